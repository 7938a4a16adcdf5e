// SPDX-License-Identifier: MIT
#include "base/clock.hpp"

namespace graphfault {

SystemClock::SystemClock()
    : wall_at_start_(std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())),
      steady_at_start_(std::chrono::steady_clock::now()) {}

Instant SystemClock::now() const {
  return wall_at_start_ + (std::chrono::steady_clock::now() - steady_at_start_);
}

}  // namespace graphfault
