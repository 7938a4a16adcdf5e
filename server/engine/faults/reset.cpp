// SPDX-License-Identifier: MIT
// The connection is reset (RST) before any byte of the answer.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void reset(const scenario::Fault& /*fault*/, http::Answer& answer) {
  answer.plan.ending = http::Ending::reset_before;
}

}  // namespace graphfault::engine::faults
