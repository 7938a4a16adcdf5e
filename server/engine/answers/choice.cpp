// SPDX-License-Identifier: MIT
#include "engine/answers/choice.hpp"

#include "engine/calls/call_body.hpp"
#include "engine/rules/matching.hpp"

#include <variant>

namespace graphfault::engine {

Choice choose(const Call& call, Asked asked, const CallContext& context) {
  Choice choice;
  TenantState& state = context.state;
  CallBody body(call.request.body, call.surface);
  state.index->find(call.surface, call.segments, state.candidates);
  for (const std::uint32_t candidate : state.candidates) {
    const scenario::Rule& rule = state.scenario->rules[candidate];
    if (asked == Asked::token_state_rules && !asks_for_token_state(rule)) {
      continue;
    }
    if (const auto why = mismatch(rule, call, body)) {
      choice.nearest.consider(rule, *why);
      continue;
    }
    const std::optional<std::size_t> step = state.scripts.take(rule, call);
    if (!step) {
      choice.nearest.consider(rule, {.part = Mismatch::Part::played_out});
    } else if (!std::holds_alternative<scenario::PassStep>(rule.steps[*step].act)) {
      choice.rule = &rule;
      choice.step = *step;
      return choice;
    }
  }
  return choice;
}

}  // namespace graphfault::engine
