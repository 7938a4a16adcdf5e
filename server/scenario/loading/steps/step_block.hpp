// SPDX-License-Identifier: MIT
// A step and its parts.
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

/// Where a step stands: what decides which errors it may name.
struct StepContext {
  Surface surface = Surface::graph;
  std::uint64_t default_times = 1;  ///< 0: always
};

/// One step, as a map or as the word `emulate` or `pass`.
std::optional<Step> read_step(const Node& node, const StepContext& where, const Loading& loading);

}  // namespace graphfault::scenario
