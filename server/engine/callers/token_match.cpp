// SPDX-License-Identifier: MIT
#include "engine/callers/token_match.hpp"

#include "graph/tokens/claims_challenge.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::engine {
namespace {

using scenario::TokenState;

bool lists(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool has_role(const Caller& caller, const std::string& role) {
  if (caller.token == nullptr) {
    return caller.state == CallerState::valid;
  }
  const graph::Token& token = *caller.token;
  return token.all_roles || lists(token.roles, role) || lists(token.scopes, role);
}

bool has_claim(const Caller& caller,
               const std::pair<std::string, scenario::ValueCondition>& asked) {
  std::vector<std::string> values;
  if (caller.token != nullptr) {
    values = graph::claim_values(*caller.token, asked.first);
  }
  return scenario::passes_claim(asked.second, values);
}

bool is_app(const scenario::ValueCondition& test, const Caller& caller) {
  return scenario::passes(test, caller.token == nullptr
                                    ? std::nullopt
                                    : std::optional<std::string_view>(caller.token->app));
}

}  // namespace

bool is_state(const scenario::TokenTest& test, const Caller& caller) {
  return test.states.empty() ||
         std::any_of(test.states.begin(), test.states.end(),
                     [&caller](TokenState state) { return state == caller.state; });
}

bool is_caller(const scenario::TokenTest& test, const Caller& caller) {
  const auto has = [&caller](const auto& asked) { return has_claim(caller, asked); };
  return (!test.app || is_app(*test.app, caller)) &&
         std::all_of(test.roles.begin(), test.roles.end(),
                     [&caller](const std::string& role) { return has_role(caller, role); }) &&
         std::all_of(test.has_claims.begin(), test.has_claims.end(), has) &&
         std::none_of(test.lacks_claims.begin(), test.lacks_claims.end(), has);
}

}  // namespace graphfault::engine
