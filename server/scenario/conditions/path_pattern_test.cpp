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
  std::string_view version{};
  std::string_view path{};
  bool matches = false;
};

TEST(PathPattern, Matches) {
  constexpr MatchRow kRows[] = {
      {"/users", "v1.0", "/users", true},
      {"/users", "beta", "/Users", true},
      {"/users", "v1.0", "/users/1", false},
      {"/users", "v1.0", "/groups", false},
      {"/users", "v1.0", "", false},
      {"/v1.0/users", "v1.0", "/users", true},
      {"/V1.0/users", "v1.0", "/users", true},
      {"/v1.0/users", "beta", "/users", false},
      {"/users/*", "v1.0", "/users/1", true},
      {"/users/{id}", "v1.0", "/users/1", true},
      {"/users/*", "v1.0", "/users", false},
      {"/users/*", "v1.0", "/users/1/messages", false},
      {"/users/*", "v1.0", "/users/$count", false},
      {"/users/*", "v1.0", "/users/delta", false},
      {"/users/*", "v1.0", "/users/getByIds", false},
      {"/users/*", "v1.0", "/users/reminderView(start='x')", false},
      {"/users/$count", "v1.0", "/users/$count", true},
      {"/users/delta", "v1.0", "/users/delta", true},
      {"/users/delta()", "v1.0", "/users/delta", true},
      {"/users/*/messages", "v1.0", "/users/1/messages", true},
      {"/users('7')", "v1.0", "/users/7", true},
      {"/users('7')", "v1.0", "/users/8", false},
      {"/users('*')", "v1.0", "/users/8", true},
      {"/users('{id}')/messages", "v1.0", "/users/8/messages", true},
      {"/reports/**", "v1.0", "/reports/a/b", true},
      {"/reports/**", "v1.0", "/reports/$count", true},
      {"/reports/**", "v1.0", "/reports", true},
      {"/reports/**", "v1.0", "/report", false},
      {"/reports/*/**", "v1.0", "/reports", false},
      {"/**", "v1.0", "", true},
      {"/**", "beta", "/users/delta", true},
      {"/", "v1.0", "", true},
      {"/", "v1.0", "/users", false},
      {"/users/a%20b", "v1.0", "/users/a b", true},
      {"/oauth2/v2.0/token", "", "/oauth2/v2.0/token", true},
      {"/oauth2/v1.0/token", "", "/oauth2/v1.0/token", true},
  };
  for (const MatchRow& row : kRows) {
    EXPECT_EQ(matches(pattern_of(row.pattern), row.version, segments(row.path)), row.matches)
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
      {"https://graph.microsoft.com/v1.0/users?$top=5", "a path has no host",
       "write `/v1.0/users`"},
      {"https://graph.microsoft.com", "a path has no host", "write `/`"},
      {"/users?$top=5", "the path `/users?$top=5` has a query",
       "write `path: /users` and the options under `query:`"},
      {"//users", "the path has an empty segment", "two / stand side by side, or one at the end"},
      {"/users/", "the path has an empty segment", "two / stand side by side, or one at the end"},
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
      {"/users", "/users", true},
      {"/users", "/USERS", true},
      {"/users", "/v1.0/users", true},
      {"/v1.0/users", "/users", false},
      {"/v1.0/users", "/beta/users", false},
      {"/users/*", "/users/1", true},
      {"/users/*", "/users/{id}", true},
      {"/users/*", "/users/delta", false},
      {"/users/1", "/users/*", false},
      {"/users/*", "/users", false},
      {"/users/*", "/users/**", false},
      {"/users/**", "/users/*", true},
      {"/users/**", "/users/delta", true},
      {"/users/**", "/users", true},
      {"/users/**", "/**", false},
      {"/**", "/users/**", true},
      {"/users/*/messages", "/users/**", false},
  };
  for (const CoverRow& row : kRows) {
    EXPECT_EQ(covers(pattern_of(row.a), pattern_of(row.b)), row.covers) << row.a << " " << row.b;
  }
}

}  // namespace
}  // namespace graphfault::scenario
