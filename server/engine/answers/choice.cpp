// SPDX-License-Identifier: MIT
#include "engine/answers/choice.hpp"

#include "scenario/when.hpp"

#include <variant>

namespace graphfault::engine {

Choice choose(const Call& call, const scenario::Asked& asked, Tried tried,
              const CallContext& context) {
  Choice choice;
  TenantState& state = context.state;
  state.index->find(call.surface, call.segments, state.candidates);
  for (const std::uint32_t candidate : state.candidates) {
    const scenario::Rule& rule = state.scenario->rules[candidate];
    if (tried == Tried::token_state_rules && !scenario::asks_for_token_state(rule.when)) {
      continue;
    }
    if (const auto why = scenario::mismatch(rule.when, asked)) {
      choice.nearest.consider(rule, *why);
      continue;
    }
    const std::optional<std::size_t> step = state.scripts.take(rule, call);
    if (!step) {
      choice.nearest.consider(rule, {.part = scenario::Mismatch::Part::played_out});
    } else if (!std::holds_alternative<scenario::PassStep>(rule.steps[*step].act)) {
      choice.rule = &rule;
      choice.step = *step;
      return choice;
    }
  }
  return choice;
}

}  // namespace graphfault::engine
