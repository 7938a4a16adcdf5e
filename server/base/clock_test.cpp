// SPDX-License-Identifier: MIT
#include "base/clock.hpp"

#include "base/testing/manual_clock.hpp"
#include "base/time_text.hpp"

#include <gtest/gtest.h>

namespace graphfault {
namespace {

TEST(SystemClock, TellsTheWallClockAndNeverGoesBack) {
  const auto before = std::chrono::system_clock::now();
  const SystemClock clock;
  Instant last = clock.now();
  EXPECT_LT(last - before, std::chrono::minutes(1));
  EXPECT_GT(last - before, -std::chrono::minutes(1));
  for (int i = 0; i < 1000; ++i) {
    const Instant now = clock.now();
    EXPECT_GE(now, last);
    last = now;
  }
}

TEST(ManualClock, MovesOnlyWhenTold) {
  ManualClock clock;
  EXPECT_EQ(iso_date(clock.now()), "2026-01-01T00:00:00Z");
  EXPECT_EQ(clock.now(), clock.now());
  clock.advance(std::chrono::minutes(61));
  EXPECT_EQ(iso_date(clock.now()), "2026-01-01T01:01:00Z");
}

}  // namespace
}  // namespace graphfault
