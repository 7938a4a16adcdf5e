// SPDX-License-Identifier: MIT
#include "engine/sign_in/client.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "engine/sign_in/testing/sign_in_bench.hpp"
#include "graph/tokens/token.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

using testing::expect_refused;
using testing::Refusal;
using testing::SignInBench;

std::string jwt(std::string_view payload) {
  return base64url(R"({"alg":"RS256"})") + "." + base64url(payload) + ".c2ln";
}

std::string assertion_call(
    const std::string& assertion,
    const std::string& type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") {
  return "grant_type=client_credentials&client_id=app-1&scope=https://graph.microsoft.com/.default&"
         "client_assertion_type=" +
         type + "&client_assertion=" + assertion;
}

TEST(ClientAssertion, IsReadAndDated) {
  const std::string now = std::to_string(SignInBench::kWallSeconds);
  const std::string soon = std::to_string(SignInBench::kWallSeconds + 600);
  const std::string past = std::to_string(SignInBench::kWallSeconds - 600);
  SignInBench bench;
  bench.settings.apps = {{.id = "app-1", .secret = "correct-horse", .roles = {"User.Read.All"}}};
  const std::string good = R"({"sub":"app-1","nbf":)" + now + R"(,"exp":)" + soon + "}";
  const Json body = bench.post_ok("oauth2/v2.0/token", assertion_call(jwt(good)));
  EXPECT_EQ(bench.token(body).app_proof, "2");
  const Refusal rows[] = {
      {"junk", 50027, 401, "invalid_client"},
      {"a.b", 50027, 401, "invalid_client"},
      {"a.b.c", 50027, 401, "invalid_client"},
  };
  for (const Refusal& row : rows) {
    const std::string form = assertion_call(std::string(row.form));
    expect_refused(bench, {form, row.number, row.status, row.error});
  }
  const std::pair<std::string, int> payloads[] = {
      {R"({"sub":"other","exp":)" + soon + "}", 50027},
      {R"({"exp":)" + soon + "}", 50027},
      {"[]", 50027},
      {R"({"sub":"app-1"})", 700024},
      {R"({"sub":"app-1","exp":"soon"})", 700024},
      {R"({"sub":"app-1","exp":)" + past + "}", 700024},
      {R"({"sub":"app-1","exp":1e300,"nbf":1e300})", 700024},
      {R"({"sub":"app-1","nbf":)" + soon + R"(,"exp":)" + soon + "}", 700024},
  };
  for (const auto& [payload, number] : payloads) {
    const std::string form = assertion_call(jwt(payload));
    expect_refused(bench, {form, number, 401, "invalid_client"});
  }
  const std::string saml = assertion_call(jwt(good), "saml");
  expect_refused(bench, {saml, 50027, 401, "invalid_client"});
}

TEST(ClientAssertion, MayBeAnotherIssuersTokenForExchange) {
  SignInBench bench;
  const std::string soon = std::to_string(SignInBench::kWallSeconds + 600);
  const auto of = [&](const std::string& audience) {
    return assertion_call(jwt(R"({"iss":"https://token.example","sub":"repo:a/b","aud":)" +
                              audience + R"(,"exp":)" + soon + "}"));
  };
  for (const char* const audience :
       {R"("api://AzureADTokenExchange")", R"(["api://AzureADTokenExchange"])",
        R"("api://AzureADTokenExchangeChina")"}) {
    EXPECT_EQ(bench.token(bench.post_ok("oauth2/v2.0/token", of(audience))).app_proof, "2");
  }
  for (const char* const audience : {R"("api://other")", "[]", "7", "[7]"}) {
    expect_refused(bench, {of(audience), 50027, 401, "invalid_client"});
  }
}

int answered_to(SignInBench& bench, const std::string& authorization) {
  return bench
      .send({.method = "POST",
             .path = "oauth2/v2.0/token",
             .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                         {"Authorization", authorization}},
             .body = "grant_type=client_credentials&scope=https://graph.microsoft.com/.default"})
      .status;
}

TEST(ClientSecret, MayComeInTheHeader) {
  SignInBench bench;
  bench.settings.apps = {{.id = "app-1", .secret = "a:b c", .roles = {"User.Read.All"}}};
  EXPECT_EQ(answered_to(bench, "Basic " + base64("app-1:a%3Ab+c")), 200);
  EXPECT_EQ(answered_to(bench, "basic " + base64("app-1:a:b%20c")), 200);
  EXPECT_EQ(answered_to(bench, "Basic " + base64("app-1:wrong")), 401);
  EXPECT_EQ(answered_to(bench, "Basic " + base64("app-1:")), 401);
  for (const std::string& bad :
       {std::string("Basic"), std::string("Basic %%%"), "Basic " + base64("no colon"),
        "Bearer " + base64("app-1:a%3Ab+c")}) {
    EXPECT_EQ(answered_to(bench, bad), 400) << bad;
  }
}

}  // namespace
}  // namespace graphfault::engine
