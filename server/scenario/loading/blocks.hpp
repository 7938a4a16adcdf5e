// SPDX-License-Identifier: MIT
// The blocks of a scenario beside its rules, one file each.
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

namespace graphfault::scenario {

TenantSettings read_tenant(const Node& node, const Loading& loading);
Data read_data(const Node& node, const Loading& loading);
BatchSettings read_batch(const Node& node, const Loading& loading);
VerdictSettings read_verdict(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
