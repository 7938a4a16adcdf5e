// SPDX-License-Identifier: MIT
#include "engine/callers/authentication.hpp"

#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;
using testing::Served;

constexpr const char* kPlain = "scenario: t\n";

std::string message(const http::Answer& answer) {
  return Served::json(answer)["error"]["message"].get<std::string>();
}

http::Answer with(Served& served, const std::string& authorization) {
  return served.get("/v1.0/users?$top=1", {{"Authorization", authorization}});
}

TEST(Authentication, NaturalFailures) {
  Served served(kPlain);
  graph::Token expired = served.token();
  expired.expires = served.now;
  graph::Token audience = served.token();
  audience.audience = "https://vault.azure.net";
  const graph::Token good = served.token();
  const std::string forged =
      "Bearer " + graph::write_token(good, SigningKey::from_phrase("another key"));
  const struct {
    std::string authorization;
    const char* message;
    const char* state;
  } cases[] = {
      {"none", "Access token is empty.", "missing"},
      {"Bearer", "Access token is empty.", "missing"},
      {"Bearer   ", "Access token is empty.", "missing"},
      {"Basic dXNlcjpwdw==", "Access token is empty.", "missing"},
      {"Bearer Junk", "IDX14100: JWT is not well formed", "malformed"},
      {"Bearer a.b.c", "CompactToken parsing failed", "malformed"},
      {forged, "Access token validation failure.", "malformed"},
      {Served::bearer(audience), "Access token validation failure. Invalid audience.", "malformed"},
      {Served::bearer(expired), "Lifetime validation failed, the token is expired.", "expired"}};
  for (const auto& c : cases) {
    const http::Answer answer = with(served, c.authorization);
    EXPECT_EQ(answer.response.status, 401) << c.authorization;
    EXPECT_EQ(Served::json(answer)["error"]["code"], "InvalidAuthenticationToken");
    EXPECT_EQ(message(answer).substr(0, std::string(c.message).size()), c.message);
    EXPECT_EQ(answer.response.headers.all("WWW-Authenticate").size(), 1U);
    EXPECT_EQ(Served::rule(answer), "emulation");
    EXPECT_EQ(served.journal().back().caller.state, graph::token_state(c.state));
  }
}

TEST(Authentication, TakesGoodTokens) {
  Served served(kPlain);
  EXPECT_EQ(with(served, Served::bearer(served.token())).response.status, 200);
  std::string lower_scheme = Served::bearer(served.token());
  lower_scheme[0] = 'b';
  EXPECT_EQ(with(served, lower_scheme).response.status, 200);
}

TEST(Authentication, ATokenEndsAtItsVeryInstant) {
  Served served(kPlain);
  graph::Token token = served.token();
  token.expires = served.now + 5s;
  served.now += 5s - 1ns;
  EXPECT_EQ(with(served, Served::bearer(token)).response.status, 200);
  served.now += 1ns;
  EXPECT_EQ(with(served, Served::bearer(token)).response.status, 401);
}

TEST(Authentication, ComesBeforeRulesThatDoNotAskAboutIt) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 503}\n"
      "  - when: {path: /users, token: missing}\n    then: {error: 402}\n");
  EXPECT_EQ(with(served, "none").response.status, 402);
  EXPECT_EQ(with(served, "Bearer Junk").response.status, 401);
  EXPECT_EQ(with(served, Served::bearer(served.token())).response.status, 503);
  EXPECT_EQ(served.tenant()->rule_plays(), (std::vector<std::uint64_t>{0, 1, 1}));
}

TEST(Authentication, AcceptAnyTakesAnyText) {
  Served served("scenario: t\ntenant: {tokens: {accept: any}}\n");
  EXPECT_EQ(with(served, "Bearer Junk").response.status, 200);
  EXPECT_EQ(served.journal().back().caller.state, graph::TokenState::valid);
  EXPECT_EQ(with(served, "none").response.status, 401);
  graph::Token old = served.token();
  old.expires = served.now - 1h;
  EXPECT_EQ(with(served, Served::bearer(old)).response.status, 200);
}

TEST(Authentication, NoneRequiredTakesNoTokenToo) {
  Served served("scenario: t\ntenant: {tokens: {accept: none-required}}\n");
  EXPECT_EQ(with(served, "none").response.status, 200);
  EXPECT_EQ(with(served, "Bearer Junk").response.status, 200);
}

TEST(Authentication, AForeignTokenSaysSo) {
  Served served(kPlain);
  const http::Answer answer = served.get("/@t.other/v1.0/users");
  EXPECT_EQ(answer.response.status, 401);
  EXPECT_NE(Served::hint(answer).find("issued for tenant t"), std::string::npos);
  EXPECT_EQ(served.engine.registry().find("t.other")->exchanges(0).front().caller.state,
            graph::TokenState::foreign);
}

TEST(Authentication, RevokedTokensMeetTheClaimsChallenge) {
  Served served(kPlain);
  served.tenant()->revoke_tokens(served.now);
  const http::Answer answer = with(served, Served::bearer(served.token()));
  EXPECT_EQ(answer.response.status, 401);
  EXPECT_NE(message(answer).find("TokenIssuedBeforeRevocationTimestamp"), std::string::npos);
  EXPECT_NE(Served::header(answer, "WWW-Authenticate").find("error=\"insufficient_claims\""),
            std::string::npos);
  EXPECT_EQ(served.journal().back().caller.state, graph::TokenState::revoked);
  graph::Token later = served.token();
  later.issued += 1s;
  EXPECT_EQ(with(served, Served::bearer(later)).response.status, 200);
}

// Signs in and gives the new token's Authorization.
std::string sign_in(Served& served) {
  const http::Answer answer = served.call(
      "POST", "/t/oauth2/v2.0/token", {{"Content-Type", "application/x-www-form-urlencoded"}},
      "grant_type=client_credentials&client_id=a&client_secret=s&scope="
      "https%3A%2F%2Fgraph.microsoft.com%2F.default");
  return "Bearer " + Served::json(answer)["access_token"].get<std::string>();
}

TEST(Authentication, ATokenIssuedAfterARevocationOfTheSameSecondIsGood) {
  for (const bool revoke : {true, false}) {
    Served served(kPlain);
    const std::string before = sign_in(served);
    EXPECT_EQ(with(served, before).response.status, 200);
    if (revoke) {
      served.tenant()->revoke_tokens(served.now);
    } else {
      served.tenant()->expire_tokens(served.now);
    }
    EXPECT_EQ(with(served, before).response.status, 401);
    const std::string after = sign_in(served);
    EXPECT_EQ(with(served, after).response.status, 200);
    EXPECT_EQ(with(served, before).response.status, 401);
  }
}

TEST(Authentication, EffectsBanTheOneToken) {
  const struct {
    const char* effect;
    const char* state;
  } cases[] = {{"{expire: token}", "expired"}, {"{revoke: token}", "revoked"}};
  for (const auto& c : cases) {
    Served served(
        "scenario: t\nrules:\n  - when: GET /groups\n    then: {reply: {status: 200, text: ok}, "
        "effect: " +
        std::string(c.effect) + "}\n");
    graph::Token other = served.token();
    other.id = "other";
    EXPECT_EQ(served.get("/v1.0/groups").response.status, 200);
    EXPECT_EQ(served.get("/v1.0/users").response.status, 401);
    EXPECT_EQ(served.journal().back().caller.state, graph::token_state(c.state));
    EXPECT_EQ(with(served, Served::bearer(other)).response.status, 200);
  }
}

TEST(Authentication, AnAdvanceExpiresTokens) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /groups\n    then: {reply: {status: 200, text: ok}, effect: {advance: "
      "61m}}\n");
  EXPECT_EQ(served.get("/v1.0/users?$top=1").response.status, 200);
  served.get("/v1.0/groups");
  EXPECT_EQ(served.get("/v1.0/users?$top=1").response.status, 401);
  EXPECT_EQ(served.journal().back().caller.state, graph::TokenState::expired);
}

TEST(Authentication, PermissionsAreCheckedAfterTheRules) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: {path: /groups, query: {odd: present}}\n    then: {error: 503}\n");
  graph::Token token = served.token();
  token.all_roles = false;
  token.roles = {"User.Read.All"};
  const http::Headers headers = {{"Authorization", Served::bearer(token)}};
  EXPECT_EQ(served.get("/v1.0/users?$top=1", headers).response.status, 200);
  EXPECT_EQ(served.get("/v1.0/groups?odd=1", headers).response.status, 503);
  const http::Answer denied = served.call("DELETE", "/v1.0/users/u1", headers);
  EXPECT_EQ(denied.response.status, 403);
  EXPECT_EQ(Served::json(denied)["error"]["code"], "Authorization_RequestDenied");
}

}  // namespace
}  // namespace graphfault::engine
