// SPDX-License-Identifier: MIT
// The body leaves slowly.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void drip(const scenario::Fault& fault, http::Answer& answer) {
  answer.plan.drip = fault.bytes_per_second;
}

}  // namespace graphfault::engine::faults
