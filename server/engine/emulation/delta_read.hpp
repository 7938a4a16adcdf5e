// SPDX-License-Identifier: MIT
#pragma once

#include "engine/emulation/set_read.hpp"

namespace graphfault::engine {

/// `/delta`.
EmulatedOr read_delta(const SetCall& at);

}  // namespace graphfault::engine
