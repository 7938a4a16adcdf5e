// SPDX-License-Identifier: MIT
// Which conditions leave nothing to others: what makes a rule unreachable.
#include "scenario/conditions/value_condition.hpp"

#include <algorithm>

namespace graphfault::scenario {
namespace {

using Kind = ValueCondition::Kind;
using Members = std::vector<std::pair<std::string, BodyTest>>;
using Elements = std::vector<BodyTest>;

bool needs_a_value(const ValueCondition& test) {
  return test.kind != Kind::absent && test.kind != Kind::negate && test.kind != Kind::any_of;
}

/// A text condition is sure of texts only, a range of numbers only: what a header or an option says
/// of the other kind depends on how it is written.
bool takes(const ValueCondition& test, const Json& value) {
  const bool reads_text =
      test.kind == Kind::contains || test.kind == Kind::glob || test.kind == Kind::matches;
  return ((reads_text && value.is_string()) || (test.kind == Kind::range && value.is_number())) &&
         passes(test, &value);
}

bool covers_range(const ValueCondition& a, const ValueCondition& b) {
  return (!a.min || (b.min && *b.min >= *a.min)) && (!a.max || (b.max && *b.max <= *a.max));
}

bool covers_members(const Members& a, const Members& b) {
  return std::all_of(a.begin(), a.end(), [&b](const auto& asked) {
    return std::any_of(b.begin(), b.end(), [&asked](const auto& other) {
      return asked.first == other.first && covers(asked.second, other.second);
    });
  });
}

}  // namespace

bool covers(const ValueCondition& a, const ValueCondition& b) {
  if (same(a, b)) {
    return true;
  }
  if (b.kind == Kind::any_of) {
    return std::all_of(b.inner.begin(), b.inner.end(),
                       [&a](const ValueCondition& one) { return covers(a, one); });
  }
  if (a.kind == Kind::any_of) {
    return std::any_of(a.inner.begin(), a.inner.end(),
                       [&b](const ValueCondition& one) { return covers(one, b); });
  }
  if (a.kind == Kind::present) {
    return needs_a_value(b);
  }
  if (a.kind == Kind::range && b.kind == Kind::range) {
    return covers_range(a, b);
  }
  return b.kind == Kind::equals && takes(a, b.value);
}

bool covers(const BodyTest& a, const BodyTest& b) {
  if (const auto* const test = std::get_if<ValueCondition>(&a.node)) {
    const auto* const other = std::get_if<ValueCondition>(&b.node);
    return other != nullptr ? covers(*test, *other) : test->kind == Kind::present;
  }
  if (const auto* const members = std::get_if<Members>(&a.node)) {
    const auto* const others = std::get_if<Members>(&b.node);
    return others != nullptr && covers_members(*members, *others);
  }
  const auto* const others = std::get_if<Elements>(&b.node);
  const auto& elements = std::get<Elements>(a.node);
  return others != nullptr &&
         std::equal(elements.begin(), elements.end(), others->begin(), others->end(),
                    [](const BodyTest& x, const BodyTest& y) { return covers(x, y); });
}

}  // namespace graphfault::scenario
