// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"
#include "engine/state/tenant_state.hpp"
#include "journal/journal.hpp"

namespace graphfault::engine {

/// What GET /tenants/{t} shows: names, clock, journal totals, each rule's plays and position, and
/// the open windows (at most 100 are listed).
Json snapshot_of(const TenantIdentity& tenant, const TenantState& state,
                 const journal::JournalTotals& totals, Instant tenant_now);

}  // namespace graphfault::engine
