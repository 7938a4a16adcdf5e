// SPDX-License-Identifier: MIT
// Which of a scenario's `verdict.requests` a call is one of.
#pragma once

#include "engine/answers/outcome.hpp"
#include "scenario/asked.hpp"

#include <cstdint>
#include <vector>

namespace graphfault::engine {

/// Their indexes in VerdictSettings::requests, ascending; none where nothing is recorded. Told when
/// the call comes and kept with its exchange, since the journal could not tell it later: it cuts
/// bodies, redacts secrets in headers, queries and forms, and keeps no token. So a count and a rule
/// of the same `when` always mean the same calls. REQUIRES: the caller has been judged.
std::vector<std::uint32_t> counted(const scenario::Asked& asked, const CallContext& context);

}  // namespace graphfault::engine
