// SPDX-License-Identifier: MIT
#include "scenario/conditions/describe_value.hpp"
#include "scenario/describe/describe.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {

namespace {

std::string methods_text(const When& when) {
  return when.methods.empty() ? "any method on" : fmt::format("{}", fmt::join(when.methods, ", "));
}

/// `is 2` of a page reads better as `2`.
std::string number_text(const ValueCondition& test) {
  const std::string text = describe(test);
  return text.starts_with("is ") ? text.substr(3) : text;
}

std::string operation_text(const OperationTest& operation) {
  std::string text = ", as an operation of a batch";
  if (operation.position) {
    text = fmt::format(", as operation {} of a batch", *operation.position);
  }
  return operation.id ? fmt::format("{} with the id \"{}\"", text, *operation.id) : text;
}

std::string claims_text(std::string_view verb,
                        const std::vector<std::pair<std::string, ValueCondition>>& claims) {
  std::string text;
  for (const auto& [name, test] : claims) {
    const bool any = test.kind == ValueCondition::Kind::present;
    text += any ? fmt::format(", whose token {} the claim {}", verb, name)
                : fmt::format(", whose token {} a claim {} that {}", verb, name, describe(test));
  }
  return text;
}

std::string token_text(const TokenTest& token) {
  std::string text;
  for (const TokenState state : token.states) {
    text +=
        fmt::format("{}{}", text.empty() ? ", with a token that is " : " or ", state_name(state));
  }
  if (token.app) {
    text += fmt::format(", whose app {}", describe(*token.app));
  }
  if (!token.roles.empty()) {
    text += fmt::format(", whose token holds {}", fmt::join(token.roles, " and "));
  }
  return text + claims_text("has", token.has_claims) + claims_text("lacks", token.lacks_claims);
}

}  // namespace

std::string describe(const When& when) {
  if (when.surface == Surface::handshake) {
    return when.host ? fmt::format("a TLS handshake whose host {}", describe(*when.host))
                     : "any TLS handshake";
  }
  std::string text = fmt::format("{} {}", methods_text(when), when.path.text);
  if (when.page) {
    text += fmt::format(", page {}", number_text(*when.page));
  }
  for (const auto& [name, test] : when.query) {
    text += fmt::format(", whose ${} {}", name, describe(test));
  }
  for (const auto& [name, test] : when.headers) {
    text += fmt::format(", whose header {} {}", name, describe(test));
  }
  if (when.body) {
    text += fmt::format(", with a body {}", describe(*when.body));
  }
  if (when.operation) {
    text += operation_text(*when.operation);
  }
  return when.token ? text + token_text(*when.token) : text;
}

}  // namespace graphfault::scenario
