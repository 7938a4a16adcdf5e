// SPDX-License-Identifier: MIT
// The parts of a `when` that say who calls: the state of the token, and what it holds.
#include "graph/tokens/claims_challenge.hpp"
#include "scenario/when_parts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace graphfault::scenario {
namespace {

using Part = Mismatch::Part;
using NamedTest = std::pair<std::string, ValueCondition>;

template <class Item>
bool lists(const std::vector<Item>& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

template <class Item>
bool lists_all(const std::vector<Item>& all, const std::vector<Item>& some) {
  return std::all_of(some.begin(), some.end(), [&all](const Item& one) { return lists(all, one); });
}

// --- state

Failure state_failure(const When& when, const Asked& asked) {
  return unless(!asks_for_token_state(when) || lists(when.token->states, asked->token.state));
}

bool state_covers(const When& a, const When& b) {
  return !asks_for_token_state(a) ||
         (asks_for_token_state(b) && lists_all(a.token->states, b.token->states));
}

std::string state_reason(const When& /*when*/, std::size_t /*failed*/) {
  return "it needs a token in another state";
}

// --- app, roles, claims. A token that is not ours (accept: any) has every role, no app and no
// claim.

bool is_app(const ValueCondition& test, const AskedToken& token) {
  return passes(test, token.content == nullptr
                          ? std::nullopt
                          : std::optional<std::string_view>(token.content->app));
}

bool has_role(const AskedToken& asked, const std::string& role) {
  if (asked.content == nullptr) {
    return asked.state == TokenState::valid;
  }
  const graph::Token& token = *asked.content;
  return token.all_roles || lists(token.roles, role) || lists(token.scopes, role);
}

bool has_claim(const AskedToken& token, const NamedTest& asked) {
  return passes_claim(asked.second, token.content == nullptr
                                        ? std::vector<std::string>()
                                        : graph::claim_values(*token.content, asked.first));
}

bool holds(const TokenTest& test, const AskedToken& token) {
  const auto has = [&token](const NamedTest& asked) { return has_claim(token, asked); };
  return (!test.app || is_app(*test.app, token)) &&
         std::all_of(test.roles.begin(), test.roles.end(),
                     [&token](const std::string& role) { return has_role(token, role); }) &&
         std::all_of(test.has_claims.begin(), test.has_claims.end(), has) &&
         std::none_of(test.lacks_claims.begin(), test.lacks_claims.end(), has);
}

Failure token_failure(const When& when, const Asked& asked) {
  return unless(!when.token || holds(*when.token, asked->token));
}

bool asks_for_all(const std::vector<NamedTest>& more, const std::vector<NamedTest>& claims) {
  return std::all_of(claims.begin(), claims.end(), [&more](const NamedTest& asked) {
    return std::any_of(more.begin(), more.end(), [&asked](const NamedTest& other) {
      return asked.first == other.first && same(asked.second, other.second);
    });
  });
}

bool token_covers(const When& a, const When& b) {
  if (!a.token) {
    return true;
  }
  const TokenTest& x = *a.token;
  const TokenTest y = b.token.value_or(TokenTest());
  return (!x.app || (y.app && covers(*x.app, *y.app))) && lists_all(y.roles, x.roles) &&
         asks_for_all(y.has_claims, x.has_claims) && asks_for_all(y.lacks_claims, x.lacks_claims);
}

std::string token_reason(const When& /*when*/, std::size_t /*failed*/) {
  return "its `token` does not match";
}

}  // namespace

constinit const WhenPart kTokenStatePart{Part::token_state, state_failure, state_covers,
                                         state_reason};
constinit const WhenPart kTokenPart{Part::token, token_failure, token_covers, token_reason};

}  // namespace graphfault::scenario
