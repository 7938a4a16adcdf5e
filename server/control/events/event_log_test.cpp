// SPDX-License-Identifier: MIT
#include "control/events/event_log.hpp"

#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

constexpr std::size_t kPlenty = 1U << 20U;

std::vector<std::uint64_t> numbers(const std::vector<Event>& events) {
  std::vector<std::uint64_t> all;
  for (const Event& event : events) {
    all.push_back(event.number);
  }
  return all;
}

using List = std::vector<std::uint64_t>;

TEST(EventLog, GivesWhatCameAfterANumber) {
  EventLog log(kPlenty);
  EXPECT_EQ(log.last(), 0U);
  EXPECT_TRUE(log.reaches(0));
  EXPECT_EQ(numbers(log.after(0, kPlenty)), List{});
  for (const char* name : {"a", "b", "c"}) {
    log.add(name, "{}");
  }
  EXPECT_EQ(numbers(log.after(0, kPlenty)), (List{1, 2, 3}));
  EXPECT_EQ(numbers(log.after(2, kPlenty)), (List{3}));
  EXPECT_EQ(numbers(log.after(3, kPlenty)), List{});
  EXPECT_EQ(log.after(1, kPlenty).front().name, "b");
  EXPECT_FALSE(log.reaches(4));
}

TEST(EventLog, GivesNoMoreAtOnceThanAskedButOneAtLeast) {
  EventLog log(kPlenty);
  for (int i = 0; i < 3; ++i) {
    log.add("x", std::string(1000, 'x'));
  }
  EXPECT_EQ(numbers(log.after(0, 1)), (List{1}));
  EXPECT_EQ(numbers(log.after(0, 2500)), (List{1, 2}));
}

TEST(EventLog, IsBoundedInBytes) {
  EventLog log(10'000);
  for (int i = 0; i < 1000; ++i) {
    log.add("x", std::string(1000, 'x'));
  }
  EXPECT_EQ(log.last(), 1000U);
  EXPECT_FALSE(log.reaches(0));
  EXPECT_TRUE(log.reaches(995));
  EXPECT_LT(log.after(995, kPlenty).size(), 10U);
  log.add("x", std::string(20'000, 'x'));
  EXPECT_EQ(numbers(log.after(1000, kPlenty)), (List{1001}));
  EXPECT_FALSE(log.reaches(999));
}

}  // namespace
}  // namespace graphfault::control
