// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

std::optional<Effects> read_effects(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
