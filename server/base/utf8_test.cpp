// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace graphfault {
namespace {

TEST(Utf8, KnowsWellFormedSequences) {
  for (const std::string_view good :
       {"a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xef\xbf\xbf",
        "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_EQ(utf8_sequence(good), good.size());
    EXPECT_TRUE(is_utf8(good));
    EXPECT_EQ(utf8_length(good), 1U);
  }
  EXPECT_TRUE(is_utf8(""));
  EXPECT_EQ(utf8_length("d\xc3\xa9j\xc3\xa0"), 4U);
}

TEST(Utf8, RefusesEverythingElse) {
  for (const std::string_view bad :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe0\x9f\xbf", "\xe2\x82",
        "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
        "\xff"}) {
    EXPECT_EQ(utf8_sequence(bad), 0U);
    EXPECT_FALSE(is_utf8(bad));
  }
  EXPECT_EQ(utf8_sequence(""), 0U);
  EXPECT_EQ(utf8_length("\xff\xfe"), 2U);
}

}  // namespace
}  // namespace graphfault
