// SPDX-License-Identifier: MIT
// The connection is closed (FIN) before any byte of the answer.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void close(const scenario::Fault& /*fault*/, http::Answer& answer) {
  answer.plan.ending = http::Ending::close_before;
}

}  // namespace graphfault::engine::faults
