// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/conditions/value_condition.hpp"
#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::scenario {

/// What a scalar stands for: its text as written (headers, query), or its JSON value (bodies).
enum class Scalars { text, json };

std::optional<ValueCondition> read_value_condition(const Node& node, std::string_view what,
                                                   Scalars scalars, Report& report);
/// Only what a number can pass: a number, {min: , max: }, {any_of: [...]}, {not: }.
std::optional<ValueCondition> read_number_test(const Node& node, std::string_view what,
                                               Report& report);
std::optional<BodyTest> read_body_test(const Node& node, Report& report);

using NamedTests = std::vector<std::pair<std::string, ValueCondition>>;
/// A map from names to tests; `what` names the map.
NamedTests read_named_tests(const Node& node, std::string_view what, Scalars scalars,
                            Report& report);

}  // namespace graphfault::scenario
