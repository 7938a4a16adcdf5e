// SPDX-License-Identifier: MIT
#include "base/nearest_name.hpp"

#include <gtest/gtest.h>

#include <array>

namespace graphfault {
namespace {

constexpr std::array<std::string_view, 5> kKeys = {"times", "delay", "retry_after", "error",
                                                   "emulate"};

TEST(NearestName, FindsWhatWasMeant) {
  struct Row {
    std::string_view written;
    std::string_view meant;
  };
  for (const Row& row : {Row{"tims", "times"}, Row{"tiems", "times"}, Row{"Delay", "delay"},
                         Row{"retry-after", "retry_after"}, Row{"retryafter", "retry_after"},
                         Row{"errors", "error"}, Row{"EMULATES", "emulate"}}) {
    EXPECT_EQ(nearest_name(row.written, kKeys), row.meant) << row.written;
  }
}

TEST(NearestName, FindsNothingWhereNothingIsNear) {
  for (const std::string_view written : {"", "t", "xyz", "tempo", "retry", "a much longer text"}) {
    EXPECT_EQ(nearest_name(written, kKeys), std::nullopt) << written;
  }
  EXPECT_EQ(nearest_name("times", {}), std::nullopt);
}

TEST(Alternatives, ReadsAsASentence) {
  EXPECT_EQ(alternatives({}), "");
  EXPECT_EQ(alternatives(std::span(kKeys).first(1)), "times");
  EXPECT_EQ(alternatives(std::span(kKeys).first(2)), "times or delay");
  EXPECT_EQ(alternatives(std::span(kKeys).first(3)), "times, delay or retry_after");
}

}  // namespace
}  // namespace graphfault
