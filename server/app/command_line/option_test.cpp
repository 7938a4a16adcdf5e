// SPDX-License-Identifier: MIT
#include "app/command_line/option.hpp"

#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

std::string taken(const TakeValues& take, const Values& values) {
  const auto result = take(values);
  return result ? "good" : result.error().message;
}

TEST(Option, VariableOfAFlag) {
  EXPECT_EQ(variable_of("--port"), "GRAPHFAULT_PORT");
  EXPECT_EQ(variable_of("--max-tenants"), "GRAPHFAULT_MAX_TENANTS");
}

TEST(Option, Ports) {
  std::uint16_t port = 1;
  EXPECT_EQ(taken(take_port(port), {"0"}), "good");
  EXPECT_EQ(taken(take_port(port), {"65535"}), "good");
  EXPECT_EQ(port, 65535);
  for (const char* bad : {"65536", "-1", "80x", "", " 80", "0x50", "tcp://1.2.3.4:80"}) {
    EXPECT_EQ(taken(take_port(port), {bad}),
              std::string("is '") + bad + "': a port is a number from 0 (a free one) to 65535");
  }
  EXPECT_EQ(port, 65535);
}

TEST(Option, Numbers) {
  std::uint64_t number = 0;
  EXPECT_EQ(taken(take_number(number), {"18446744073709551615"}), "good");
  EXPECT_EQ(number, 18446744073709551615ULL);
  EXPECT_EQ(taken(take_number(number, 1, 9), {"0"}), "is '0': give a whole number from 1 to 9");
  EXPECT_EQ(taken(take_number(number, 1, 9), {"1.5"}), "is '1.5': give a whole number from 1 to 9");
}

TEST(Option, Sizes) {
  std::size_t size = 0;
  for (const auto& [text, bytes] :
       {std::pair{"17", 17ULL}, {"32M", 33554432ULL}, {"2k", 2048ULL}, {"1G", 1073741824ULL}}) {
    EXPECT_EQ(taken(take_bytes(size), {text}), "good");
    EXPECT_EQ(size, bytes);
  }
  for (const char* bad : {"", "M", "1.5M", "-1", "32MB", "18446744073709551615G"}) {
    EXPECT_NE(taken(take_bytes(size), {bad}), "good") << bad;
  }
}

TEST(Option, Switches) {
  bool on = false;
  for (const char* text : {"true", "1", "YES", "on"}) {
    on = false;
    EXPECT_EQ(taken(take_switch(on), {text}), "good");
    EXPECT_TRUE(on) << text;
  }
  EXPECT_EQ(taken(take_switch(on), {"off"}), "good");
  EXPECT_FALSE(on);
  EXPECT_EQ(taken(take_negation(on), {"false"}), "good");
  EXPECT_TRUE(on);
  EXPECT_EQ(taken(take_negation(on), {"true"}), "good");
  EXPECT_FALSE(on);
  EXPECT_EQ(taken(take_switch(on), {"maybe"}), "is 'maybe': use on or off");
}

TEST(Option, NamesAndTimes) {
  std::vector<std::string> names;
  EXPECT_EQ(taken(take_names(names), {"a, b", "c"}), "good");
  EXPECT_EQ(names, (std::vector<std::string>{"a", "b", "c"}));
  Duration time{};
  EXPECT_EQ(taken(take_duration(time), {"90s"}), "good");
  EXPECT_EQ(time, std::chrono::seconds(90));
  EXPECT_NE(taken(take_duration(time), {"90"}), "good");
  std::optional<Instant> instant;
  EXPECT_EQ(taken(take_instant(instant), {"2026-02-11T09:12:33Z"}), "good");
  EXPECT_EQ(instant, Instant(std::chrono::seconds(1'770'801'153)));
  EXPECT_EQ(taken(take_instant(instant), {"yesterday"}),
            "is 'yesterday': write a time as 2026-02-11T09:12:33Z");
}

}  // namespace
}  // namespace graphfault::app
