// SPDX-License-Identifier: MIT
#include "scenario/conditions/describe_value.hpp"

#include "scenario/conditions/value_condition.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {
namespace {

using Kind = ValueCondition::Kind;
using Members = std::vector<std::pair<std::string, BodyTest>>;
using Elements = std::vector<BodyTest>;

std::string range_text(const ValueCondition& test) {
  if (test.min && test.max) {
    return fmt::format("is from {} to {}", *test.min, *test.max);
  }
  return test.min ? fmt::format("is at least {}", *test.min)
                  : fmt::format("is at most {}", test.max.value_or(0));
}

std::string alternatives_text(const ValueCondition& test) {
  std::string text;
  for (const ValueCondition& inner : test.inner) {
    text += (text.empty() ? "" : " or ") + describe(inner);
  }
  return text;
}

}  // namespace

std::string describe(const ValueCondition& test) {
  switch (test.kind) {
    case Kind::equals:
      return fmt::format("is {}", json_text(test.value));
    case Kind::present:
      return "is present";
    case Kind::absent:
      return "is absent";
    case Kind::contains:
      return fmt::format("contains \"{}\"", test.text);
    case Kind::glob:
      return fmt::format("looks like \"{}\"", test.text);
    case Kind::matches:
      return fmt::format("matches /{}/", test.text);
    case Kind::negate:
      return fmt::format("not ({})", alternatives_text(test));
    case Kind::any_of:
      return alternatives_text(test);
    case Kind::range:
      return range_text(test);
  }
  return {};
}

std::string describe(const BodyTest& test) {
  std::string text;
  if (const auto* members = std::get_if<Members>(&test.node)) {
    for (const auto& [name, member] : *members) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, describe(member));
    }
    return fmt::format("{{{}}}", text);
  }
  if (const auto* elements = std::get_if<Elements>(&test.node)) {
    for (const BodyTest& element : *elements) {
      text += fmt::format("{}{}", text.empty() ? "" : ", ", describe(element));
    }
    return fmt::format("[{}]", text);
  }
  return describe(std::get<ValueCondition>(test.node));
}

}  // namespace graphfault::scenario
