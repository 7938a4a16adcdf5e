// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"

#include <atomic>
#include <chrono>

namespace graphfault {

/// A clock that stands still until a test moves it. Starts at 2026-01-01T00:00:00Z. Threads: all
/// calls may come from any.
class ManualClock final : public Clock {
 public:
  ManualClock() = default;
  explicit ManualClock(Instant start) : since_epoch_(start.time_since_epoch().count()) {}

  Instant now() const override { return Instant(Duration(since_epoch_.load())); }
  void advance(Duration by) { since_epoch_ += by.count(); }

 private:
  static constexpr Instant kStart =
      std::chrono::sys_days(std::chrono::year(2026) / std::chrono::January / 1);

  std::atomic<Duration::rep> since_epoch_{kStart.time_since_epoch().count()};
};

}  // namespace graphfault
