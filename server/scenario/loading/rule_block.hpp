// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <vector>

namespace graphfault::scenario {

/// `rules:`. A rule with a problem of its own is left out; the numbers of the others stay.
std::vector<Rule> read_rules(const Node& node, const Loading& loading);

/// Reports rules that can never match, and what they say beside the point.
void check_matchable(const Rule& rule, Mark at, Report& report);
/// Reports what a rule of handshakes can't do, and what only such a rule can.
void check_handshake(const Rule& rule, Mark at, Report& report);
/// Reports rules that are never reached, because one above answers for ever whatever they ask for.
/// Only what is certain.
void check_reachable(const std::vector<Rule>& rules, Report& report);

}  // namespace graphfault::scenario
