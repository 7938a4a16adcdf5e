// SPDX-License-Identifier: MIT
#include "engine/rules/windows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;

Instant at(Duration time) { return Instant(time); }

TEST(Windows, Borders) {
  const struct {
    Duration begun;
    bool inside;
  } cases[] = {{0s, false},       {10s - 1ns, false}, {10s, true}, {11s, true},
               {12s - 1ns, true}, {12s, false},       {99s, false}};
  for (const auto& c : cases) {
    Windows windows;
    windows.open("k", {.begins = at(10s), .ends = at(12s)});
    EXPECT_EQ(windows.find("k", at(c.begun)) != nullptr, c.inside) << c.begun.count();
  }
}

TEST(Windows, AreToldApartByKey) {
  Windows windows;
  windows.open("k", {.begins = at(0s), .ends = at(2s), .step = 3});
  EXPECT_EQ(windows.find("other", at(1s)), nullptr);
  ASSERT_NE(windows.find("k", at(1s)), nullptr);
  EXPECT_EQ(windows.find("k", at(1s))->step, 3U);
}

TEST(Windows, OfNoLengthAreNone) {
  Windows windows;
  windows.open("k", {.begins = at(1s), .ends = at(1s)});
  windows.open("l", {.begins = at(2s), .ends = at(1s)});
  EXPECT_TRUE(windows.none());
}

TEST(Windows, TheLaterEndStays) {
  Windows windows;
  windows.open("k", {.begins = at(0s), .ends = at(10s), .step = 1});
  windows.open("k", {.begins = at(1s), .ends = at(5s), .step = 2});
  EXPECT_EQ(windows.find("k", at(7s))->step, 1U);
  windows.open("k", {.begins = at(2s), .ends = at(20s), .step = 3});
  EXPECT_EQ(windows.find("k", at(15s))->step, 3U);
}

TEST(Windows, ForgetWhatIsOver) {
  Windows windows;
  windows.open("k", {.begins = at(0s), .ends = at(2s)});
  windows.open("l", {.begins = at(0s), .ends = at(4s)});
  EXPECT_EQ(windows.open_at(at(1s)), 2U);
  EXPECT_EQ(windows.open_at(at(3s)), 1U);
  EXPECT_EQ(windows.find("k", at(2s)), nullptr);
  EXPECT_EQ(windows.find("l", at(4s)), nullptr);
  EXPECT_TRUE(windows.none());
}

TEST(Windows, AreBounded) {
  Windows windows(2);
  for (const char* key : {"a", "b", "c"}) {
    windows.open(key, {.begins = at(0s), .ends = at(9s)});
  }
  EXPECT_EQ(windows.open_at(at(1s)), 2U);
  EXPECT_EQ(windows.find("a", at(1s)), nullptr);
  EXPECT_NE(windows.find("c", at(1s)), nullptr);
}

}  // namespace
}  // namespace graphfault::engine
