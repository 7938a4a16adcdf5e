// SPDX-License-Identifier: MIT
#include "http/list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::http {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

std::vector<std::string> items(std::string_view list, char separator) {
  std::vector<std::string> out;
  any_item(list, separator, [&](std::string_view item) {
    out.emplace_back(item);
    return false;
  });
  return out;
}

TEST(List, SplitsOutsideQuotesAndTrims) {
  EXPECT_THAT(items("a, b;q=0.5 ,\tc", ','), ElementsAre("a", "b;q=0.5", "c"));
  EXPECT_THAT(items(R"(a="x,y", "b\",c", d)", ','), ElementsAre(R"(a="x,y")", R"("b\",c")", "d"));
  EXPECT_THAT(items(",, a,,", ','), ElementsAre("a"));
  EXPECT_THAT(items("\"never closed, a", ','), ElementsAre("\"never closed, a"));
  EXPECT_THAT(items("", ','), ElementsAre());
  EXPECT_THAT(items(" , \t", ','), ElementsAre());
  EXPECT_THAT(items("\"a\\", ','), ElementsAre("\"a\\"));
}

TEST(List, AnyItemStopsAtTheFirst) {
  int asked = 0;
  EXPECT_TRUE(any_item("a,b,c", ',', [&](std::string_view item) {
    ++asked;
    return item == "b";
  }));
  EXPECT_EQ(asked, 2);
}

TEST(List, TakesNamesAndValuesApart) {
  EXPECT_THAT(name_and_value("q=0.5"), Pair("q", "0.5"));
  EXPECT_THAT(name_and_value(" q = \"a b\" "), Pair("q", "a b"));
  EXPECT_THAT(name_and_value("flag"), Pair("flag", ""));
  EXPECT_THAT(name_and_value("a=b=c"), Pair("a", "b=c"));
  EXPECT_THAT(name_and_value("a=\""), Pair("a", "\""));
  EXPECT_THAT(name_and_value("="), Pair("", ""));
  EXPECT_THAT(name_and_value(""), Pair("", ""));
}

}  // namespace
}  // namespace graphfault::http
