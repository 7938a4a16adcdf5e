// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/model.hpp"

namespace graphfault::scenario {

/// Reports what a rule of handshakes can't do, and what only such a rule can.
void check_handshake(const Rule& rule, Mark at, Report& report);

}  // namespace graphfault::scenario
