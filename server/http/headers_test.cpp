// SPDX-License-Identifier: MIT
#include "http/headers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

using ::testing::ElementsAre;

Headers three() { return {{"Accept", "a"}, {"x-Two", "b"}, {"ACCEPT", "c"}}; }

TEST(Headers, FindIgnoresCaseAndTakesTheFirst) {
  const Headers headers = three();
  EXPECT_EQ(headers.find("accept"), "a");
  EXPECT_EQ(headers.find("X-TWO"), "b");
  EXPECT_EQ(headers.find("x-tw"), std::nullopt);
  EXPECT_EQ(headers.find(""), std::nullopt);
  EXPECT_THAT(headers.all("Accept"), ElementsAre("a", "c"));
  EXPECT_TRUE(headers.all("none").empty());
  EXPECT_TRUE(headers.contains("accept"));
  EXPECT_FALSE(headers.contains("acceptx"));
}

TEST(Headers, KeepOrderSpellingAndRepeats) {
  Headers headers = three();
  headers.add("accept", "d");
  EXPECT_EQ(headers, (Headers{{"Accept", "a"}, {"x-Two", "b"}, {"ACCEPT", "c"}, {"accept", "d"}}));
}

TEST(Headers, SetReplacesTheFirstAndDropsTheOthers) {
  Headers headers = three();
  headers.set("accept", "new");
  EXPECT_EQ(headers, (Headers{{"Accept", "new"}, {"x-Two", "b"}}));
  headers.set("Third", "3");
  EXPECT_EQ(headers, (Headers{{"Accept", "new"}, {"x-Two", "b"}, {"Third", "3"}}));
}

TEST(Headers, RemoveTakesEveryLine) {
  Headers headers = three();
  headers.remove("aCCept");
  headers.remove("none");
  EXPECT_EQ(headers, (Headers{{"x-Two", "b"}}));
}

TEST(Headers, ListsLooksAtEveryItemOfEveryLine) {
  const Headers headers{{"Connection", "keep-alive, Upgrade"}, {"connection", "\tCLOSE ,"}};
  EXPECT_TRUE(headers.lists("Connection", "close"));
  EXPECT_TRUE(headers.lists("connection", "upgrade"));
  EXPECT_TRUE(headers.lists("connection", "keep-alive"));
  EXPECT_FALSE(headers.lists("connection", "keep"));
  EXPECT_FALSE(headers.lists("connection", ""));
  EXPECT_FALSE(headers.lists("none", "close"));
}

TEST(IsHeaderValue, RefusesWhatWouldEndTheLine) {
  EXPECT_TRUE(is_header_value(""));
  EXPECT_TRUE(is_header_value("a\tb \xc3\xa9 ; , \""));
  for (const std::string_view bad : {"a\r", "a\n", "\r\nX: y"}) {
    EXPECT_FALSE(is_header_value(bad));
  }
  EXPECT_FALSE(is_header_value(std::string_view("a\0b", 3)));
}

TEST(IsToken, TakesMethodsAndNamesOnly) {
  for (const std::string_view good :
       {"GET", "M-SEARCH", "x-ms-ags-diagnostic", "a1!#$%&'*+-.^_`|~"}) {
    EXPECT_TRUE(is_token(good)) << good;
  }
  for (const std::string_view bad : {"", "a b", "a:", "(a)", "a\t", "a/b", "\"a\"", "\xc3\xa9",
                                     "a\x7f", "a,b", "[a]", "{a}", "a@b", "a=b", "a?", "a\\"}) {
    EXPECT_FALSE(is_token(bad)) << bad;
  }
}

}  // namespace
}  // namespace graphfault::http
