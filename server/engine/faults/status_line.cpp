// SPDX-License-Identifier: MIT
// The status line is replaced, byte for byte.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void status_line(const scenario::Fault& fault, http::Answer& answer) {
  answer.plan.status_line = fault.line;
}

}  // namespace graphfault::engine::faults
