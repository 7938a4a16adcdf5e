// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

namespace graphfault::scenario {

TenantSettings read_tenant(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
