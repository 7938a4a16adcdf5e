// SPDX-License-Identifier: MIT
#include "scenario/loading/when/value_conditions.hpp"

#include "scenario/loading/reading/json_value.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace graphfault::scenario {
namespace {

using Kind = ValueCondition::Kind;

constexpr std::array<std::string_view, 8> kOperators{"equals", "contains", "glob", "matches",
                                                     "not",    "any_of",   "min",  "max"};

bool is_operator(std::string_view key) {
  return std::find(kOperators.begin(), kOperators.end(), key) != kOperators.end();
}

ValueCondition equality(const Node& node, Scalars scalars) {
  return {.kind = Kind::equals,
          .value = scalars == Scalars::text && node.is_scalar() ? Json(node.text) : to_json(node)};
}

std::optional<ValueCondition> read_text_test(Kind kind, const Node& node, Report& report) {
  auto text = read_word(node, in_ticks(node.key), report);
  if (!text) {
    return std::nullopt;
  }
  return ValueCondition{.kind = kind, .text = *std::move(text)};
}

std::optional<ValueCondition> read_regex(const Node& node, Report& report) {
  auto test = read_text_test(Kind::matches, node, report);
  if (!test) {
    return std::nullopt;
  }
  auto regex = compile_regex(test->text);
  if (!regex) {
    report.add(node, fmt::format("the regular expression is not valid: {}", regex.error().message),
               "the syntax is RE2's, and the whole value has to match");
    return std::nullopt;
  }
  test->regex = *std::move(regex);
  return test;
}

std::optional<ValueCondition> read_negation(const Node& node, Scalars scalars, Report& report) {
  auto inner = read_value_condition(node, "`not`", scalars, report);
  if (!inner) {
    return std::nullopt;
  }
  ValueCondition test{.kind = Kind::negate};
  test.inner.push_back(*std::move(inner));
  return test;
}

std::optional<ValueCondition> read_any_of(const Node& node, Scalars scalars, Report& report) {
  if (!node.is_list() || node.children.empty()) {
    report.add(node, "`any_of` takes a list of at least one value");
    return std::nullopt;
  }
  ValueCondition test{.kind = Kind::any_of};
  for (const Node& item : node.children) {
    auto inner = read_value_condition(item, "`any_of`", scalars, report);
    if (inner) {
      test.inner.push_back(*std::move(inner));
    }
  }
  return test.inner.size() == node.children.size() ? std::optional(std::move(test)) : std::nullopt;
}

/// False where the bound is there and is no number, which is reported.
bool read_bound(std::optional<double>& bound, const Block& block, std::string_view key,
                Report& report) {
  const Node* const node = block.find(key);
  if (node == nullptr) {
    return true;
  }
  bound = read_number(*node, in_ticks(key), report);
  return bound.has_value();
}

std::optional<ValueCondition> read_range(const Block& block, Report& report) {
  ValueCondition test{.kind = Kind::range};
  const bool good = read_bound(test.min, block, "min", report);
  if (!read_bound(test.max, block, "max", report) || !good) {
    return std::nullopt;
  }
  if (test.min && test.max && *test.min > *test.max) {
    report.add(block.node(), "no number can be at least `min` and at most `max`",
               fmt::format("`min` is {}, `max` is {}", *test.min, *test.max));
    return std::nullopt;
  }
  return test;
}

std::optional<ValueCondition> read_operator(const Node& node, Scalars scalars, Report& report) {
  if (node.key == "equals") {
    return equality(node, scalars);
  }
  if (node.key == "not") {
    return read_negation(node, scalars, report);
  }
  if (node.key == "any_of") {
    return read_any_of(node, scalars, report);
  }
  if (node.key == "matches") {
    return read_regex(node, report);
  }
  return read_text_test(node.key == "glob" ? Kind::glob : Kind::contains, node, report);
}

std::optional<ValueCondition> read_test_map(const Node& node, std::string_view what,
                                            Scalars scalars, Report& report) {
  const std::size_t before = report.count();
  const Block block(node, fmt::format("the test of {}", what), kOperators, report);
  if (report.count() > before) {
    return std::nullopt;
  }
  const auto ranged =
      static_cast<std::size_t>(block.has("min")) + static_cast<std::size_t>(block.has("max"));
  const std::size_t others = node.children.size() - ranged;
  if (others + (ranged > 0 ? 1 : 0) != 1) {
    report.add(node, fmt::format("{} takes one test", what),
               "`min` and `max` go together; for alternatives write {any_of: [...]}");
    return std::nullopt;
  }
  return ranged > 0 ? read_range(block, report)
                    : read_operator(node.children.front(), scalars, report);
}

bool is_numeric(const ValueCondition& test) {
  if (test.kind == Kind::negate || test.kind == Kind::any_of) {
    return std::all_of(test.inner.begin(), test.inner.end(), is_numeric);
  }
  return test.kind == Kind::range || (test.kind == Kind::equals && test.value.is_number());
}

BodyTest read_leaf(const Node& node, bool& good, Report& report) {
  auto test = read_value_condition(node, node.key.empty() ? "`body`" : in_ticks(node.key),
                                   Scalars::json, report);
  good = test.has_value();
  return {.node = good ? *std::move(test) : ValueCondition{}};
}

/// A map all of whose keys are tests is a test; any other is an object to be looked into.
bool is_test_map(const Node& node) {
  return !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return is_operator(child.key); });
}

}  // namespace

std::optional<ValueCondition> read_value_condition(const Node& node, std::string_view what,
                                                   Scalars scalars, Report& report) {
  if (node.is_word("present")) {
    return ValueCondition{.kind = Kind::present};
  }
  if (node.is_word("absent")) {
    return ValueCondition{.kind = Kind::absent};
  }
  if (node.is_map()) {
    return read_test_map(node, what, scalars, report);
  }
  const bool textual = scalars == Scalars::text;
  if (node.is_list() || (textual && node.is_null())) {
    report_kind(node, what, "a value or a test", report,
                node.is_list() ? "for alternatives write {any_of: [...]}"
                               : "for a value that is not there write `absent`");
    return std::nullopt;
  }
  return equality(node, scalars);
}

std::optional<ValueCondition> read_number_test(const Node& node, std::string_view what,
                                               Report& report) {
  auto test = read_value_condition(node, what, Scalars::json, report);
  if (test && !is_numeric(*test)) {
    report.add(node, fmt::format("{} takes a number", what),
               "a number, or {min: , max: }, {any_of: [...]}, {not: } of numbers");
    return std::nullopt;
  }
  return test;
}

std::optional<BodyTest> read_body_test(const Node& node, Report& report) {
  bool good = true;
  BodyTest test;
  if (node.is_map() && !is_test_map(node)) {
    std::vector<std::pair<std::string, BodyTest>> members;
    for (const Node& child : node.children) {
      auto member = read_body_test(child, report);
      good = good && member;
      members.emplace_back(child.key, member ? *std::move(member) : BodyTest{});
    }
    test.node = std::move(members);
  } else if (node.is_list()) {
    std::vector<BodyTest> elements;
    for (const Node& child : node.children) {
      auto element = read_body_test(child, report);
      good = good && element;
      elements.push_back(element ? *std::move(element) : BodyTest{});
    }
    test.node = std::move(elements);
  } else {
    test = read_leaf(node, good, report);
  }
  return good ? std::optional(std::move(test)) : std::nullopt;
}

NamedTests read_named_tests(const Node& node, std::string_view what, Scalars scalars,
                            Report& report) {
  NamedTests tests;
  if (!node.is_map()) {
    report_kind(node, what, "a map from names to values", report);
    return tests;
  }
  for (const Node& child : node.children) {
    if (auto test = read_value_condition(child, in_ticks(child.key), scalars, report)) {
      tests.emplace_back(child.key, *std::move(test));
    }
  }
  return tests;
}

}  // namespace graphfault::scenario
