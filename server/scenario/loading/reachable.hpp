// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/model.hpp"

#include <vector>

namespace graphfault::scenario {

/// Reports rules that are never reached, because one above answers for ever whatever they ask for.
/// Only what is certain.
void check_reachable(const std::vector<Rule>& rules, Report& report);

}  // namespace graphfault::scenario
