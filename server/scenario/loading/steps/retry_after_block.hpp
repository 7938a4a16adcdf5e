// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

std::optional<RetryAfter> read_retry_after(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
