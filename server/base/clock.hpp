// SPDX-License-Identifier: MIT
// Time as a value. The core never reads a clock: it is handed an Instant.
#pragma once

#include <chrono>

namespace graphfault {

using Duration = std::chrono::nanoseconds;
using Instant = std::chrono::sys_time<std::chrono::nanoseconds>;

/// Where the rim reads the time. Threads: now() may be called from any.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// Never goes back, so that differences are waits.
  virtual Instant now() const = 0;
};

/// The machine's: the wall clock as it was at construction, moved on by the steady clock.
class SystemClock final : public Clock {
 public:
  SystemClock();
  Instant now() const override;

 private:
  Instant wall_at_start_;
  std::chrono::steady_clock::time_point steady_at_start_;
};

}  // namespace graphfault
