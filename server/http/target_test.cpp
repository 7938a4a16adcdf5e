// SPDX-License-Identifier: MIT
#include "http/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ParseFields, DecodesAndKeepsOrder) {
  EXPECT_THAT(parse_fields("$top=5&$filter=userType+eq+'Guest'&%24count&a=b=c&a="),
              ElementsAre(Field{"$top", "5"}, Field{"$filter", "userType eq 'Guest'"},
                          Field{"$count", ""}, Field{"a", "b=c"}, Field{"a", ""}));
  EXPECT_THAT(parse_fields(""), IsEmpty());
  EXPECT_THAT(parse_fields("&&"), IsEmpty());
  EXPECT_THAT(parse_fields("=x&y%26z=%3D"), ElementsAre(Field{"", "x"}, Field{"y&z", "="}));
}

TEST(FindField, TakesTheFirstOfExactlyThatName) {
  const Fields fields = parse_fields("a=1&a=2&B=3");
  EXPECT_EQ(find_field(fields, "a"), "1");
  EXPECT_EQ(find_field(fields, "b"), std::nullopt);
  EXPECT_EQ(find_field({}, "a"), std::nullopt);
}

TEST(ParseTarget, ReadsOriginForm) {
  const auto target = parse_target("/v1.0/users/a%40b.c/?$top=5&$select=id#part");
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->origin, "");
  EXPECT_EQ(target->path, "/v1.0/users/a%40b.c/");
  EXPECT_EQ(target->query, "$top=5&$select=id");
  EXPECT_THAT(target->segments, ElementsAre("v1.0", "users", "a@b.c"));
  EXPECT_THAT(target->options, ElementsAre(Field{"$top", "5"}, Field{"$select", "id"}));
}

TEST(ParseTarget, TakesPathsApart) {
  struct Row {
    std::string_view raw;
    std::string_view origin;
    std::string_view path;
    std::vector<std::string> segments;
  };
  const Row rows[] = {
      {"/", "", "/", {}},
      {"//a///b//", "", "//a///b//", {"a", "b"}},
      {"/a%2Fb/%zz", "", "/a%2Fb/%zz", {"a/b", "%zz"}},
      {"/a/../b/.", "", "/a/../b/.", {"a", "..", "b", "."}},
      {"/a+b", "", "/a+b", {"a+b"}},
      {"*", "", "*", {}},
      {"http://h:8080/users", "http://h:8080", "/users", {"users"}},
      {"HTTPS://h", "HTTPS://h", "/", {}},
      {"https://h?x=1", "https://h", "/", {}},
      {"/http://h/a", "", "/http://h/a", {"http:", "h", "a"}},
      {"/a?b?c", "", "/a", {"a"}},
      {"/d\xc3\xa9j\xc3\xa0", "", "/d\xc3\xa9j\xc3\xa0", {"d\xc3\xa9j\xc3\xa0"}},
  };
  for (const Row& row : rows) {
    const auto target = parse_target(row.raw);
    ASSERT_TRUE(target.has_value()) << row.raw;
    EXPECT_EQ(target->origin, row.origin) << row.raw;
    EXPECT_EQ(target->path, row.path) << row.raw;
    EXPECT_EQ(target->segments, row.segments) << row.raw;
  }
  EXPECT_EQ(parse_target("/a?b?c")->query, "b?c");
}

TEST(ParseTarget, RefusesWhatIsNoTarget) {
  for (const std::string_view bad :
       {"", "users", "?a=b", "#a", "http:///users", "http://", "ftp://h/a", "h:443", "/a b",
        "/a\tb", "/a\r\nX:y", "/\x7f", "**"}) {
    const auto target = parse_target(bad);
    ASSERT_FALSE(target.has_value()) << bad;
    EXPECT_FALSE(target.error().hint.empty());
  }
  EXPECT_FALSE(parse_target(std::string_view("/\0", 2)).has_value());
}

}  // namespace
}  // namespace graphfault::http
