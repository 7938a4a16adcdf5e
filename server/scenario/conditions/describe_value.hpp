// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/conditions/value_condition.hpp"

#include <string>

namespace graphfault::scenario {

/// For near misses and `explain`: `contains "csv"`, `is absent`.
std::string describe(const ValueCondition& test);

/// `{accountEnabled: true}`.
std::string describe(const BodyTest& test);

}  // namespace graphfault::scenario
