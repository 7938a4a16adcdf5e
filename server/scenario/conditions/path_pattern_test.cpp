// SPDX-License-Identifier: MIT
#include "scenario/conditions/path_pattern.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    parts.emplace_back(path.substr(0, path.find('/')));
    path.remove_prefix(parts.back().size());
  }
  return parts;
}

PathPattern pattern_of(std::string_view text) {
  const Result<PathPattern> pattern = parse_path_pattern(text);
  if (!pattern) {
    ADD_FAILURE() << text << ": " << pattern.error().message;
    return {};
  }
  return *pattern;
}

struct MatchRow {
  std::string_view pattern{};
  std::string_view path{};
  bool matches = false;
};

TEST(PathPattern, MatchesWhateverTheVersion) {
  constexpr MatchRow kRows[] = {
      {"/users", "/users", true},
      {"/users", "/Users", true},
      {"/users", "/users/1", false},
      {"/users", "/groups", false},
      {"/users", "", false},
      {"/v1.0/users", "/users", true},
      {"/V1.0/users", "/users", true},
      {"/users/*", "/users/1", true},
      {"/users/{id}", "/users/1", true},
      {"/users/*", "/users", false},
      {"/users/*", "/users/1/messages", false},
      {"/users/*", "/users/$count", false},
      {"/users/*", "/users/delta", false},
      {"/users/*", "/users/getByIds", false},
      {"/users/*", "/users/reminderView(start='x')", false},
      {"/users/$count", "/users/$count", true},
      {"/users/delta", "/users/delta", true},
      {"/users/delta()", "/users/delta", true},
      {"/users/*/messages", "/users/1/messages", true},
      {"/users('7')", "/users/7", true},
      {"/users('7')", "/users/8", false},
      {"/users('*')", "/users/8", true},
      {"/users('{id}')/messages", "/users/8/messages", true},
      {"/reports/**", "/reports/a/b", true},
      {"/reports/**", "/reports/$count", true},
      {"/reports/**", "/reports", true},
      {"/reports/**", "/report", false},
      {"/reports/*/**", "/reports", false},
      {"/**", "", true},
      {"/**", "/users/delta", true},
      {"/", "", true},
      {"/", "/users", false},
      {"/users/a%20b", "/users/a b", true},
      {"/oauth2/v2.0/token", "/oauth2/v2.0/token", true},
      {"/oauth2/v1.0/token", "/oauth2/v1.0/token", true},
  };
  for (const MatchRow& row : kRows) {
    EXPECT_EQ(matches(pattern_of(row.pattern), segments(row.path)), row.matches)
        << row.pattern << " on " << row.path;
  }
}

struct BadPattern {
  std::string_view text{};
  std::string_view message{};
  std::string_view hint{};
};

TEST(PathPattern, RefusesWhatIsNoPattern) {
  constexpr BadPattern kRows[] = {
      {"", "the path `` does not begin with /", "write `/`"},
      {"users", "the path `users` does not begin with /", "write `/users`"},
      {"https://graph.microsoft.com/v1.0/users?$top=5", "a path must not have a host",
       "write `/v1.0/users`"},
      {"https://graph.microsoft.com", "a path must not have a host", "write `/`"},
      {"/users?$top=5", "the path `/users?$top=5` has a query",
       "write `path: /users` and the options under `query:`"},
      {"//users", "the path has an empty segment", "it has two / in a row, or one at the end"},
      {"/users/", "the path has an empty segment", "it has two / in a row, or one at the end"},
      {"/**/users", "`**` stands for the rest of a path, so nothing can follow it",
       "write `*` for one segment"},
      {"/users/a*", "`a*` mixes a wildcard with text",
       "`*` and `{name}` stand for a whole segment"},
      {"/users/***", "`***` mixes a wildcard with text",
       "`*` and `{name}` stand for a whole segment"},
      {"/users/{id}x", "`{id}x` mixes a wildcard with text",
       "`*` and `{name}` stand for a whole segment"},
      {"/users/{}", "`{}` mixes a wildcard with text",
       "`*` and `{name}` stand for a whole segment"},
      {"/users/{a}{b}", "`{a}{b}` mixes a wildcard with text",
       "`*` and `{name}` stand for a whole segment"},
  };
  for (const BadPattern& row : kRows) {
    const Result<PathPattern> pattern = parse_path_pattern(row.text);
    ASSERT_FALSE(pattern.has_value()) << row.text;
    EXPECT_EQ(pattern.error().message, row.message);
    EXPECT_EQ(pattern.error().hint, row.hint);
  }
}

struct CoverRow {
  std::string_view a{};
  std::string_view b{};
  bool covers = false;
};

TEST(PathPattern, CoversOnlyWhatItCertainlyMatches) {
  constexpr CoverRow kRows[] = {
      {"/users", "/users", true},          {"/users", "/USERS", true},
      {"/users", "/v1.0/users", true},     {"/v1.0/users", "/beta/users", true},
      {"/users/*", "/users/1", true},      {"/users/*", "/users/{id}", true},
      {"/users/*", "/users/delta", false}, {"/users/1", "/users/*", false},
      {"/users/*", "/users", false},       {"/users/*", "/users/**", false},
      {"/users/**", "/users/*", true},     {"/users/**", "/users/delta", true},
      {"/users/**", "/users", true},       {"/users/**", "/**", false},
      {"/**", "/users/**", true},          {"/users/*/messages", "/users/**", false},
  };
  for (const CoverRow& row : kRows) {
    EXPECT_EQ(covers(pattern_of(row.a), pattern_of(row.b)), row.covers) << row.a << " " << row.b;
  }
}

}  // namespace
}  // namespace graphfault::scenario
