// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/model.hpp"

namespace graphfault::scenario {

/// Reports rules that can never match, and what they say beside the point.
void check_matchable(const Rule& rule, Mark at, Report& report);

}  // namespace graphfault::scenario
