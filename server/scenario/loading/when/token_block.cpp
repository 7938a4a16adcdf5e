// SPDX-License-Identifier: MIT
#include "scenario/loading/when/token_block.hpp"

#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/when/value_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kTokenTestKeys[] = {"state", "app", "roles", "has_claim", "lacks_claim"};
constexpr Choice<TokenState> kStates[] = {{"valid", TokenState::valid},
                                          {"missing", TokenState::missing},
                                          {"malformed", TokenState::malformed},
                                          {"expired", TokenState::expired},
                                          {"revoked", TokenState::revoked}};

std::vector<TokenState> read_states(const Node& node, Report& report) {
  std::vector<TokenState> states;
  const auto read_one = [&](const Node& item) {
    if (const auto state = read_choice(item, "the state of a token", kStates, report)) {
      states.push_back(*state);
    }
  };
  if (node.is_list()) {
    std::for_each(node.children.begin(), node.children.end(), read_one);
  } else {
    read_one(node);
  }
  return states;
}

/// A map from claims to tests; a bare name asks for the claim's presence.
NamedTests read_claims(const Node& node, Report& report) {
  if (!node.is_scalar()) {
    return read_named_tests(node, in_ticks(node.key), Scalars::text, report);
  }
  return {{node.text, ValueCondition{.kind = ValueCondition::Kind::present}}};
}

bool is_unreadable(TokenState state) {
  return state == TokenState::missing || state == TokenState::malformed;
}

using NamedTest = std::pair<std::string, ValueCondition>;

void check_claims(const TokenTest& test, const Node& node, Report& report) {
  for (const NamedTest& asked : test.has_claims) {
    const bool refused = std::any_of(
        test.lacks_claims.begin(), test.lacks_claims.end(), [&](const NamedTest& other) {
          return asked.first == other.first && same(asked.second, other.second);
        });
    if (refused) {
      report.add(node, fmt::format("no token both has and lacks the claim `{}`", asked.first));
    }
  }
}

void check_states(const TokenTest& test, const Node& node, Report& report) {
  const bool asks_content = test.app || !test.roles.empty() || !test.has_claims.empty();
  const bool unreadable =
      !test.states.empty() && std::all_of(test.states.begin(), test.states.end(), is_unreadable);
  if (asks_content && unreadable) {
    report.add(node, "a token that is missing or malformed says nothing about app, roles or claims",
               "this rule can never match: leave out the state, or the rest");
  }
}

}  // namespace

std::optional<TokenTest> read_token_test(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  TokenTest test;
  if (!node.is_map()) {
    test.states = read_states(node, report);
    return test;
  }
  const Block block(node, "`token`", kTokenTestKeys, report);
  if (node.children.empty()) {
    report.add(node, "`token` has no condition", choice_hint("", kTokenTestKeys));
  }
  if (const Node* state = block.find("state")) {
    test.states = read_states(*state, report);
  }
  if (const Node* app = block.find("app")) {
    test.app = read_value_condition(*app, "`app`", Scalars::text, report);
  }
  if (const Node* roles = block.find("roles")) {
    test.roles = read_texts(*roles, "`roles`", report);
  }
  if (const Node* claims = block.find("has_claim")) {
    test.has_claims = read_claims(*claims, report);
  }
  if (const Node* claims = block.find("lacks_claim")) {
    test.lacks_claims = read_claims(*claims, report);
  }
  check_claims(test, node, report);
  check_states(test, node, report);
  return test;
}

}  // namespace graphfault::scenario
