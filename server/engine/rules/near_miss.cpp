// SPDX-License-Identifier: MIT
#include "engine/rules/near_miss.hpp"

#include <algorithm>

namespace graphfault::engine {
namespace {

const std::string kPlayedOut = "matches, its script is played out";

journal::NearMiss miss(const scenario::Rule& rule, std::string reason) {
  return {.rule = rule.number, .rule_name = rule.name, .reason = std::move(reason)};
}

}  // namespace

void NearestRule::consider(const scenario::Rule& other, const Mismatch& mismatch) {
  if (rule == nullptr || mismatch.part > why.part) {
    rule = &other;
    why = mismatch;
  }
}

journal::NearMiss near_miss(const NearestRule& nearest) {
  if (nearest.rule == nullptr) {
    return {};
  }
  return miss(*nearest.rule, nearest.why.part == Mismatch::Part::played_out
                                 ? kPlayedOut
                                 : describe(nearest.why, *nearest.rule));
}

journal::NearMiss near_path(const scenario::Scenario& scenario, const RuleIndex& index,
                            const Call& call) {
  const std::uint32_t* const nearest = index.nearest(call.surface, call.segments);
  if (nearest == nullptr) {
    return {};
  }
  const scenario::Rule& rule = scenario.rules[*nearest];
  return miss(rule, describe({.part = Mismatch::Part::surface_or_path}, rule));
}

std::string hint_text(const journal::NearMiss& nearest) {
  if (nearest.rule == 0) {
    return "no rule comes near this call";
  }
  std::string text;
  const std::string name =
      nearest.rule_name.empty() ? std::string() : " (" + nearest.rule_name + ")";
  if (nearest.reason == kPlayedOut) {
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
