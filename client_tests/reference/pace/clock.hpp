// SPDX-License-Identifier: MIT
// Time and waiting, by role: tests put a clock in place that moves only when it is slept on.
#pragma once

#include <chrono>
#include <memory>

namespace graphclient {

using Milliseconds = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Milliseconds>;

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// Never goes back, so that differences are waits.
  virtual Instant now() = 0;
  virtual void sleep(Milliseconds time) = 0;
};

/// The machine's: the wall clock as it was at construction, moved on by the steady clock.
std::unique_ptr<Clock> make_system_clock();

}  // namespace graphclient
