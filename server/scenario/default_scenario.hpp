// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/model.hpp"

#include <memory>

namespace graphfault::scenario {

/// Premium, 100 users of which 40 guests, any app, every permission, no rules; named `default`.
std::shared_ptr<const Scenario> default_scenario();

}  // namespace graphfault::scenario
