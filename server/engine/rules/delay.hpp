// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "scenario/model.hpp"

namespace graphfault::engine {

/// One delay of that distribution, drawn from the tenant's seed in whole microseconds; never
/// negative, at most an hour. A fixed delay draws nothing.
Duration draw(const scenario::Delay& delay, Random& random);

}  // namespace graphfault::engine
