// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

namespace graphfault::scenario {

Data read_data(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
