// SPDX-License-Identifier: MIT
// The body breaks off under the full Content-Length.
#include "engine/faults/faults.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace graphfault::engine::faults {

void truncate(const scenario::Fault& fault, http::Answer& answer) {
  const std::uint64_t whole = answer.response.body.size();
  const auto share =
      static_cast<std::uint64_t>(std::floor(fault.fraction * static_cast<double>(whole)));
  answer.plan.ending = http::Ending::truncate;
  answer.plan.cut_after = std::min(fault.bytes.value_or(share), whole);
  answer.plan.compressible = false;  // the share is one of the bytes as they were written
}

}  // namespace graphfault::engine::faults
