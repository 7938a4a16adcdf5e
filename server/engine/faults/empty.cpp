// SPDX-License-Identifier: MIT
// A body of no bytes; the headers stay, the Content-Type too, as gateways leave it.
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void empty(const scenario::Fault& /*fault*/, http::Answer& answer) {
  answer.response.body.clear();
  answer.plan.ranged = false;
}

}  // namespace graphfault::engine::faults
