// SPDX-License-Identifier: MIT
// Sign-in calls against a tenant that a test sets up.
#pragma once

#include "engine/sign_in/sign_in.hpp"
#include "graph/tokens/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault::engine::testing {

struct SignInMessage {
  std::string method = "POST";
  std::string path{};  ///< after the tenant
  std::string query{};
  http::Headers headers{};
  std::string body{};
};

struct SignInBench {
  static constexpr std::string_view kTenantId = "aaaaaaaa-0000-8000-8000-000000000001";
  static constexpr std::int64_t kNowSeconds = 1'767'225'600;   // the tenant's clock
  static constexpr std::int64_t kWallSeconds = 1'770'000'000;  // the wall's

  SignInBench();

  Emulated send(const SignInMessage& message);
  Emulated post(std::string_view path, std::string_view form);
  /// The body of a 200; a test failure otherwise.
  Json post_ok(std::string_view path, std::string_view form);
  /// access_token, read.
  static graph::Token token(const Json& body);

  scenario::TenantSettings settings{};
  Instant tenant_now{};
  std::string base = "http://localhost:8080/@throttled.t42";
  std::string tenant = "contoso.example";  ///< as the URL writes it
  Random random{1};
  SignInState state{};
  graph::AnswerStamp stamp{};
};

struct Refusal {
  std::string_view form{};
  int number = 0;
  int status = 400;
  std::string_view error{};
};
/// Posts the form to the v2 token endpoint and expects that refusal.
void expect_refused(SignInBench& bench, const Refusal& row);

/// The AADSTS number of a 400, else 0.
int bad_request(const Emulated& answer);

}  // namespace graphfault::engine::testing
