// SPDX-License-Identifier: MIT
#pragma once

#include "engine/tenants/registry.hpp"

#include <string>
#include <string_view>

namespace graphfault::engine {

/// Why a name stands for no tenant, and what was probably meant: the nearest scenario, else some of
/// those there are. Short enough for a header, however many there are.
std::string unknown_tenant_hint(std::string_view name, const ScenarioSet& scenarios);

}  // namespace graphfault::engine
