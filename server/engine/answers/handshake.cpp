// SPDX-License-Identifier: MIT
#include "engine/answers/handshake.hpp"

#include "scenario/faults/fault_rows.hpp"
#include "scenario/when.hpp"

#include <variant>

namespace graphfault::engine {

HandshakeChoice choose_handshake(TenantState& state, const std::string& host) {
  const scenario::Asked asked({.surface = scenario::Surface::handshake, .host = host});
  for (const std::uint32_t candidate : state.index->handshakes()) {
    const scenario::Rule& rule = state.scenario->rules[candidate];
    if (!scenario::matches(rule.when, asked)) {
      continue;
    }
    // Counted for the tenant, so that nothing of a call is looked at.
    const auto step = state.scripts.take(rule, Call{});
    if (step && !std::holds_alternative<scenario::PassStep>(rule.steps[*step].act)) {
      return {.rule = &rule, .step = *step};
    }
  }
  return {};
}

journal::Exchange entry_of_handshake(const Knock& knock, const HandshakeChoice& choice,
                                     const scenario::Scenario& scenario) {
  const scenario::Rule& rule = *choice.rule;
  journal::Exchange exchange;
  exchange.begun = knock.now;
  exchange.left = knock.now;
  exchange.sent = knock.now;
  exchange.surface = graph::Surface::handshake;
  exchange.method = journal::kHandshakeMethod;
  exchange.url = "https://" + knock.host;
  if (const auto& fault = rule.steps[choice.step].fault) {
    exchange.fault.append("tls: ").append(scenario::tls_word(fault->tls));
  }
  exchange.played = {.scenario = scenario.name,
                     .rule = rule.number,
                     .step = static_cast<int>(choice.step) + 1,
                     .rule_name = rule.name};
  return exchange;
}

}  // namespace graphfault::engine
