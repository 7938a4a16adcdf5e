// SPDX-License-Identifier: MIT
#include "base/letter_case.hpp"

#include <gtest/gtest.h>

#include <map>

namespace graphfault {
namespace {

TEST(LetterCase, LowersAsciiOnly) {
  EXPECT_EQ(lower("AbZ-09_@[`{"), "abz-09_@[`{");
  EXPECT_EQ(lower("\xc3\x84"), "\xc3\x84");
}

TEST(LetterCase, ComparesIgnoringCase) {
  struct Row {
    std::string_view a;
    std::string_view b;
    bool equal;
  };
  for (const Row& row : {Row{"", "", true}, Row{"Retry-After", "retry-AFTER", true},
                         Row{"a", "ab", false}, Row{"a", "b", false}, Row{"@", "`", false},
                         Row{"[", "{", false}, Row{"\xc3\x84", "\xc3\xa4", false}}) {
    EXPECT_EQ(equal_ignoring_case(row.a, row.b), row.equal) << row.a << " " << row.b;
  }
}

TEST(LetterCase, OrdersIgnoringCase) {
  std::map<std::string, int, LessIgnoringCase> map{{"Beta", 2}, {"alpha", 1}};
  EXPECT_EQ(map.begin()->first, "alpha");
  EXPECT_EQ(map.count(std::string_view("BETA")), 1U);
  EXPECT_FALSE(map.emplace("beta", 3).second);
}

}  // namespace
}  // namespace graphfault
