// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/model.hpp"

#include <string>

namespace graphfault::scenario {

/// The story in plain words, for `graphfault explain`: the tenant, the data, each rule with its
/// steps, what the verdict asks.
std::string explain(const Scenario& scenario);

}  // namespace graphfault::scenario
