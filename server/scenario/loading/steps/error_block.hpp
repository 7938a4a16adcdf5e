// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <vector>

namespace graphfault::scenario {

/// `error:` and what overrides it, out of the step's block.
std::optional<ErrorStep> read_error(const Block& step, Surface surface, const Loading& loading);

/// `details:`.
std::vector<graph::ErrorDetail> read_details(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
