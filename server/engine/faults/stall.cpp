// SPDX-License-Identifier: MIT
// The answer never comes: the connection stays open and silent.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void stall(const scenario::Fault& /*fault*/, http::Answer& answer) {
  answer.plan.ending = http::Ending::stall;
}

}  // namespace graphfault::engine::faults
