// SPDX-License-Identifier: MIT
#include "scenario/conditions/value_condition.hpp"

#include "scenario/conditions/describe_value.hpp"
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::scenario {
namespace {

ValueCondition query_test(std::string_view yaml) {
  const std::string rule =
      "- {when: {path: /users, query: {x: " + std::string(yaml) + "}}, then: emulate}";
  const Rule loaded = rule_of(rule);
  return loaded.when.query.empty() ? ValueCondition{} : loaded.when.query.front().second;
}

BodyTest body_test(std::string_view yaml) {
  return rule_of("- {when: {path: /users, body: " + std::string(yaml) + "}, then: emulate}")
      .when.body.value_or(BodyTest{});
}

struct TextRow {
  std::string_view test{};
  std::optional<std::string_view> value{};
  bool passes = false;
};

TEST(ValueCondition, OfATextAndItsAbsence) {
  const TextRow rows[] = {
      {"abc", "abc", true},
      {"abc", "ABC", false},
      {"abc", std::nullopt, false},
      {"5", "5", true},
      {"5", "5.0", false},
      {"007", "007", true},
      {"true", "true", true},
      {"present", "", true},
      {"present", std::nullopt, false},
      {"'present'", "present", true},
      {"'present'", "other", false},
      {"absent", std::nullopt, true},
      {"absent", "", false},
      {"{equals: absent}", "absent", true},
      {"{contains: b}", "abc", true},
      {"{contains: B}", "abc", false},
      {"{contains: b}", std::nullopt, false},
      {"{glob: 'a*c'}", "abbc", true},
      {"{glob: 'a*c'}", "abbd", false},
      {"{glob: '*'}", std::nullopt, false},
      {"{matches: 'a.c'}", "abc", true},
      {"{matches: 'a.c'}", "xabc", false},
      {"{matches: '(?i)ABC'}", "abc", true},
      {"{not: abc}", "abc", false},
      {"{not: abc}", "x", true},
      {"{not: abc}", std::nullopt, true},
      {"{not: present}", std::nullopt, true},
      {"{any_of: [a, b, absent]}", "b", true},
      {"{any_of: [a, b, absent]}", std::nullopt, true},
      {"{any_of: [a, b, absent]}", "c", false},
      {"{min: 2}", "2", true},
      {"{min: 2}", "1.9", false},
      {"{max: 3}", "3", true},
      {"{max: 3}", "3.1", false},
      {"{min: 2, max: 3}", "2.5", true},
      {"{min: 2, max: 3}", "two", false},
      {"{min: 2, max: 3}", "", false},
      {"{min: 2, max: 3}", std::nullopt, false},
  };
  for (const TextRow& row : rows) {
    EXPECT_EQ(passes(query_test(row.test), row.value), row.passes)
        << row.test << " on " << row.value.value_or("(absent)");
  }
}

struct GlobRow {
  std::string_view glob{};
  std::string_view text{};
  bool matches = false;
};

TEST(ValueCondition, Globs) {
  constexpr GlobRow kRows[] = {
      {"", "", true},           {"", "a", false},
      {"*", "", true},          {"**", "abc", true},
      {"a*", "a", true},        {"a*", "ba", false},
      {"*a", "banana", true},   {"*a", "banane", false},
      {"a?c", "abc", true},     {"a?c", "ac", false},
      {"?", "", false},         {"*b*d", "abcbd", true},
      {"*b*d", "abcbe", false}, {"a*b*c*d", "axbxcx", false},
  };
  for (const GlobRow& row : kRows) {
    EXPECT_EQ(glob_matches(row.glob, row.text), row.matches) << row.glob << " on " << row.text;
  }
}

TEST(ValueCondition, GlobsTakeNoMoreThanQuadraticTime) {
  std::string glob;
  for (int i = 0; i < 200; ++i) {
    glob += "*a";
  }
  EXPECT_FALSE(glob_matches(glob + "b", std::string(20'000, 'a')));
}

struct BodyRow {
  std::string_view test{};
  std::string_view body{};  ///< empty: absent
  bool passes = false;
};

TEST(BodyTest, IsASubsetMatch) {
  constexpr BodyRow kRows[] = {
      {"{a: 1}", R"({"a":1,"b":2})", true},
      {"{a: 1}", R"({"a":1.0})", true},
      {"{a: 1}", R"({"a":"1"})", false},
      {"{a: '1'}", R"({"a":"1"})", true},
      {"{a: true}", R"({"a":true})", true},
      {"{a: null}", R"({"a":null})", true},
      {"{a: null}", R"({})", false},
      {"{a: absent}", R"({})", true},
      {"{a: absent}", R"({"a":null})", false},
      {"{a: present}", R"({"a":null})", true},
      {"{a: {b: {c: 1}}}", R"({"a":{"b":{"c":1,"d":2}}})", true},
      {"{a: {b: {c: 1}}}", R"({"a":{"b":1}})", false},
      {"{a: {}}", R"({"a":{"x":1}})", true},
      {"{a: {}}", R"({"a":[]})", false},
      {"{a: [1, {b: 2}]}", R"({"a":[1,{"b":2,"c":3}]})", true},
      {"{a: [1]}", R"({"a":[1,2]})", false},
      {"{a: [1, 2]}", R"({"a":[2,1]})", false},
      {"{a: {contains: Unified}}", R"({"a":["Unified"]})", true},
      {"{a: {contains: Unified}}", R"({"a":["Other"]})", false},
      {"{a: {contains: nifi}}", R"({"a":"Unified"})", true},
      {"{a: {min: 2}}", R"({"a":3})", true},
      {"{a: {min: 2}}", R"({"a":"3"})", false},
      {"{a: {equals: {min: 2, x: 1}}}", R"({"a":{"x":1,"min":2}})", true},
      {"{a: {equals: {min: 2}}}", R"({"a":{"min":2,"x":1}})", false},
      {"{a: {not: 1}}", R"({"a":2})", true},
      {"present", R"({})", true},
      {"present", "", false},
      {"absent", "", true},
      {"{a: 1}", "", false},
      {"[1]", "[1]", true},
      {"hello", R"("hello")", true},
  };
  for (const BodyRow& row : kRows) {
    const Json body = row.body.empty() ? Json() : *parse_json(row.body);
    EXPECT_EQ(passes(body_test(row.test), row.body.empty() ? nullptr : &body), row.passes)
        << row.test << " on " << row.body;
  }
}

TEST(ValueCondition, OfAClaimAsksForOneOfItsValues) {
  const ValueCondition c1 = query_test("c1");
  const ValueCondition not_c1 = query_test("{not: c1}");
  const std::vector<std::string> both{"c0", "c1"};
  EXPECT_TRUE(passes_claim(c1, both));
  EXPECT_FALSE(passes_claim(c1, {"c0"}));
  EXPECT_FALSE(passes_claim(c1, {}));
  EXPECT_FALSE(passes_claim(not_c1, both));
  EXPECT_TRUE(passes_claim(not_c1, {"c0"}));
  EXPECT_TRUE(passes_claim(not_c1, {}));
  EXPECT_TRUE(passes_claim(query_test("absent"), {}));
  EXPECT_FALSE(passes_claim(query_test("present"), {}));
}

TEST(ValueCondition, SaysInWordsWhatItAsks) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"abc", "is \"abc\""},
      {"present", "is present"},
      {"absent", "is absent"},
      {"{contains: b}", "contains \"b\""},
      {"{glob: 'a*'}", "looks like \"a*\""},
      {"{matches: 'a.'}", "matches /a./"},
      {"{not: present}", "not (is present)"},
      {"{any_of: [a, absent]}", "is \"a\" or is absent"},
      {"{min: 2}", "is at least 2"},
      {"{max: 3}", "is at most 3"},
      {"{min: 2, max: 3}", "is from 2 to 3"},
  };
  for (const auto& [yaml, words] : rows) {
    EXPECT_EQ(describe(query_test(yaml)), words);
  }
  EXPECT_EQ(describe(body_test("{a: 1, b: [{c: absent}]}")), "{a is 1, b [{c is absent}]}");
}

}  // namespace
}  // namespace graphfault::scenario
