// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <vector>

namespace graphfault::scenario {

/// `rules:`. A rule with a problem of its own is left out; the numbers of the others stay.
std::vector<Rule> read_rules(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
