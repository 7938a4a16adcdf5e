// SPDX-License-Identifier: MIT
// An Engine under test: scenarios from YAML, a clock in the test's hand, a valid token by default.
#pragma once

#include "base/json.hpp"
#include "engine/engine.hpp"
#include "graph/tokens/token.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine::testing {

/// Fails the test, and gives the default scenario, where the text has problems.
std::shared_ptr<const scenario::Scenario> scenario_of(std::string_view yaml);

class Served {
 public:
  /// The YAML is the default scenario; its name is `t` unless it says otherwise.
  explicit Served(std::string_view yaml, EngineOptions options = {});

  /// With the default token, unless `headers` has an Authorization (`none` leaves it out). Answers
  /// without a delay are reported as sent at once.
  http::Answer call(std::string_view method, std::string_view target, http::Headers headers = {},
                    std::string body = {});
  http::Answer get(std::string_view target, http::Headers headers = {});
  /// POSTs JSON.
  http::Answer post(std::string_view target, std::string body);
  /// The parsed body of an answer; fails the test where it is no JSON.
  static Json json(const http::Answer& answer);
  /// `rule` and `hint` marks; empty where there is none.
  static std::string rule(const http::Answer& answer);
  static std::string hint(const http::Answer& answer);
  static std::string header(const http::Answer& answer, std::string_view name);

  /// A token of the default tenant with every role, valid for an hour from `now`.
  graph::Token token() const;
  static std::string bearer(const graph::Token& token);

  std::shared_ptr<Tenant> tenant();
  std::vector<journal::Exchange> journal();

  Instant now;
  Engine engine;

 private:
  std::string default_bearer_;
};

}  // namespace graphfault::engine::testing
