// SPDX-License-Identifier: MIT
#include "engine/calls/placeholders.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::engine {
namespace {

std::string filled(std::string_view text) {
  Call call;
  call.base = "http://localhost/@t";
  call.segments = {"users", "u1"};
  Random random(1);
  return fill_placeholders(text, {.call = call, .wall = Instant{}, .random = random});
}

TEST(Placeholders, Cases) {
  const struct {
    const char* text;
    const char* filled;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"${base}/v1.0", "http://localhost/@t/v1.0"},
      {"${now}", "1970-01-01T00:00:00Z"},
      {"${path.1}-${path.2}-${path.3}", "users-u1-"},
      {"${path.0} ${path.x} ${path.} ${path.1x}", "${path.0} ${path.x} ${path.} ${path.1x}"},
      {"${unknown} ${base", "${unknown} ${base"},
      {"$${base}", "$http://localhost/@t"},
      {"${${path.1}}", "${users}"},
      {"$ { } ${}", "$ { } ${}"}};
  for (const auto& c : cases) {
    EXPECT_EQ(filled(c.text), c.filled) << c.text;
  }
}

TEST(Placeholders, EveryGuidIsAnother) {
  const std::string text = filled("${guid}|${guid}");
  ASSERT_EQ(text.size(), 73U);
  EXPECT_TRUE(is_guid(text.substr(0, 36)));
  EXPECT_NE(text.substr(0, 36), text.substr(37));
}

}  // namespace
}  // namespace graphfault::engine
