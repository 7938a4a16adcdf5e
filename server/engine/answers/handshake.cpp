// SPDX-License-Identifier: MIT
#include "engine/answers/handshake.hpp"

#include <string_view>
#include <variant>

namespace graphfault::engine {
namespace {

using Tls = scenario::Fault::Tls;

std::string_view fault_text(Tls fault) {
  switch (fault) {
    case Tls::expired:
      return "tls: expired";
    case Tls::wrong_name:
      return "tls: wrong-name";
    case Tls::untrusted:
      return "tls: untrusted";
    case Tls::reset:
      return "tls: reset";
  }
  return {};
}

bool is_host(const scenario::When& when, const std::string& host) {
  using Value = std::optional<std::string_view>;
  return !when.host || scenario::passes(*when.host, host.empty() ? Value() : Value(host));
}

}  // namespace

HandshakeChoice choose_handshake(TenantState& state, const std::string& host) {
  for (const std::uint32_t candidate : state.index->handshakes()) {
    const scenario::Rule& rule = state.scenario->rules[candidate];
    if (!is_host(rule.when, host)) {
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

journal::Exchange record_of_handshake(const Knock& knock, const HandshakeChoice& choice,
                                      const scenario::Scenario& scenario) {
  const scenario::Rule& rule = *choice.rule;
  journal::Exchange exchange;
  exchange.begun = knock.now;
  exchange.left = knock.now;
  exchange.sent = knock.now;
  exchange.method = journal::kHandshakeMethod;
  exchange.url = "https://" + knock.host;
  if (const auto& fault = rule.steps[choice.step].fault) {
    exchange.fault = fault_text(fault->tls);
  }
  exchange.played = {.scenario = scenario.name,
                     .rule = rule.number,
                     .step = static_cast<int>(choice.step) + 1,
                     .rule_name = rule.name};
  return exchange;
}

}  // namespace graphfault::engine
