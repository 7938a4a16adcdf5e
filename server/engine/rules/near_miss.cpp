// SPDX-License-Identifier: MIT
#include "engine/rules/near_miss.hpp"

#include <algorithm>

namespace graphfault::engine {
namespace {

using scenario::Mismatch;

journal::NearMiss miss(const scenario::Rule& rule, const Mismatch& why) {
  return {.rule = rule.number,
          .rule_name = rule.name,
          .why = why,
          .reason = why.part == Mismatch::Part::played_out
                        ? "matches, but all its steps have been played"
                        : describe(why, rule.when)};
}

}  // namespace

void NearestRule::consider(const scenario::Rule& other, const scenario::Mismatch& mismatch) {
  if (rule == nullptr || mismatch.part > why.part) {
    rule = &other;
    why = mismatch;
  }
}

journal::NearMiss near_miss(const NearestRule& nearest) {
  return nearest.rule == nullptr ? journal::NearMiss{} : miss(*nearest.rule, nearest.why);
}

journal::NearMiss near_path(const scenario::Scenario& scenario, const RuleIndex& index,
                            const Call& call) {
  const std::uint32_t* const nearest = index.nearest(call.surface, call.segments);
  if (nearest == nullptr) {
    return {};
  }
  return miss(scenario.rules[*nearest], {.part = Mismatch::Part::surface_or_path});
}

std::string hint_text(const journal::NearMiss& nearest) {
  if (nearest.rule == 0) {
    return "no rule is close to this call";
  }
  std::string text;
  const std::string name =
      nearest.rule_name.empty() ? std::string() : " (" + nearest.rule_name + ")";
  if (nearest.why.part == Mismatch::Part::played_out) {
    text = "rule " + std::to_string(nearest.rule) + name + " " + nearest.reason;
  } else {
    text = "the nearest rule is " + std::to_string(nearest.rule) + name + ": " + nearest.reason;
  }
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  return text;
}

}  // namespace graphfault::engine
