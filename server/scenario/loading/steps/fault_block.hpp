// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/faults/fault.hpp"
#include "scenario/loading/reading/loading.hpp"

#include <optional>

namespace graphfault::scenario {

std::optional<Fault> read_fault(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
