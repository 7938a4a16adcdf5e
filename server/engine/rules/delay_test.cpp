// SPDX-License-Identifier: MIT
#include "engine/rules/delay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;

std::vector<Duration> drawn(const scenario::Delay& delay, std::size_t count) {
  Random random(7);
  std::vector<Duration> delays;
  for (std::size_t i = 0; i < count; ++i) {
    delays.push_back(draw(delay, random));
  }
  return delays;
}

TEST(Delay, FixedDrawsNothing) {
  Random random(7);
  EXPECT_EQ(draw(scenario::FixedDelay{200ms}, random), 200ms);
  EXPECT_EQ(random.next(), Random(7).next());
}

TEST(Delay, UniformStaysBetweenAndFillsTheRange) {
  const auto delays = drawn(scenario::UniformDelay{50ms, 200ms}, 1'000);
  const auto [least, most] = std::minmax_element(delays.begin(), delays.end());
  EXPECT_GE(*least, 50ms);
  EXPECT_LE(*least, 52ms);
  EXPECT_LE(*most, 200ms);
  EXPECT_GE(*most, 198ms);
}

TEST(Delay, LognormalHasItsMedianAndItsNinetyNinth) {
  auto delays = drawn(scenario::LognormalDelay{80ms, 900ms}, 20'000);
  std::sort(delays.begin(), delays.end());
  const Duration median = delays[delays.size() / 2];
  const Duration p99 = delays[delays.size() / 100 * 99];
  EXPECT_NEAR(static_cast<double>(median.count()), 80e6, 4e6);
  EXPECT_NEAR(static_cast<double>(p99.count()), 900e6, 120e6);
  EXPECT_GT(delays.front(), 0ms);
}

TEST(Delay, LognormalOfEqualValuesIsFixed) {
  for (const Duration delay : drawn(scenario::LognormalDelay{80ms, 80ms}, 10)) {
    EXPECT_EQ(delay, 80ms);
  }
}

TEST(Delay, IsTheSameForTheSameSeed) {
  const scenario::Delay delay = scenario::UniformDelay{0ms, 10s};
  EXPECT_EQ(drawn(delay, 20), drawn(delay, 20));
}

TEST(Delay, IsNeverLongerThanAnHour) {
  for (const Duration delay : drawn(scenario::LognormalDelay{1ms, 10h}, 5'000)) {
    EXPECT_LE(delay, 1h);
  }
}

}  // namespace
}  // namespace graphfault::engine
