// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

namespace graphfault::engine::faults {

void tls(const scenario::Fault& /*fault*/, http::Answer& /*answer*/) {}

}  // namespace graphfault::engine::faults
