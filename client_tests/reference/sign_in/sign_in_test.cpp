// SPDX-License-Identifier: MIT
#include "sign_in/claims_request.hpp"
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::Bench;
using testing::claims_header;
using testing::error_reply;
using testing::json_reply;
using testing::token_reply;

const Reply kGood = json_reply(200, "{}");
// {"access_token":{"acrs":{"essential":true,"value":"c1"}}}, padded: the length is not one of 3n.
const std::string kChallenge = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7InZhbHVlIjoiMSJ9fX0=";

std::string bearer(const Bench& bench, std::size_t at) {
  return header_or_empty(bench.service.requests.at(at).headers, "Authorization");
}

TEST(ClaimsRequest, DeclaresTheCapability) {
  EXPECT_EQ(claims_request(""), R"({"access_token":{"xms_cc":{"values":["cp1"]}}})");
  EXPECT_EQ(claims_request(R"({"access_token":{"nbf":{"value":"1"}},"userinfo":{}})"),
            R"({"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["cp1"]}},"userinfo":{}})");
  for (const char* bad : {"nonsense", "[]", "7", R"({"access_token":3})"}) {
    EXPECT_EQ(claims_request(bad), R"({"access_token":{"xms_cc":{"values":["cp1"]}}})") << bad;
  }
}

TEST(SignIn, AsksForATokenOnceAndKeepsIt) {
  Bench bench;
  bench.service.then(kGood).then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  EXPECT_TRUE(bench.get("/b"));
  ASSERT_EQ(bench.service.token_requests.size(), 1U);
  const Request& request = bench.service.token_requests[0];
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "http://graph.test/t/oauth2/v2.0/token");
  EXPECT_NE(request.body.find("client_secret=s%26cret"), std::string::npos) << request.body;
  EXPECT_NE(request.body.find("scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"),
            std::string::npos);
  EXPECT_NE(request.body.find("grant_type=client_credentials"), std::string::npos);
  EXPECT_NE(request.body.find("cp1"), std::string::npos);
  EXPECT_EQ(bearer(bench, 1), "Bearer token-1");
}

TEST(SignIn, RenewsBeforeTheTokenExpires) {
  Bench bench;
  bench.service.then(kGood).then(kGood).then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  bench.clock.sleep(std::chrono::minutes(54));
  EXPECT_TRUE(bench.get("/b"));
  EXPECT_EQ(bench.service.token_requests.size(), 1U);
  bench.clock.sleep(std::chrono::minutes(1));
  EXPECT_TRUE(bench.get("/c"));
  EXPECT_EQ(bench.service.token_requests.size(), 2U);
}

TEST(SignIn, TrustsNoTokenOfUnknownLife) {
  for (const char* life : {"0", "-5", "null", "\"x\"", "\"\""}) {
    Bench bench;
    const std::string body = std::string(R"({"access_token":"t","expires_in":)") + life + "}";
    bench.service.then_token(json_reply(200, body)).then(kGood).then(kGood);
    EXPECT_TRUE(bench.get("/a"));
    EXPECT_TRUE(bench.get("/b"));
    EXPECT_EQ(bench.service.token_requests.size(), 2U) << life;
  }
}

TEST(SignIn, UsesTheOldTokenWhileSignInIsIll) {
  Bench bench(Patience{.max_attempts = 1});
  bench.service.then_token(token_reply("first", 3600)).then(kGood).then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  bench.clock.sleep(std::chrono::minutes(56));
  bench.service.then_token(error_reply(503, "x"));
  EXPECT_TRUE(bench.get("/b"));
  EXPECT_EQ(bearer(bench, 1), "Bearer first");
  bench.clock.sleep(std::chrono::minutes(5));
  bench.service.then_token_break();
  EXPECT_FALSE(bench.get("/c")) << "now it has expired";
}

TEST(SignIn, RenewsOnceOnA401) {
  Bench bench;
  bench.service.then(error_reply(401, "InvalidAuthenticationToken")).then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  EXPECT_EQ(bearer(bench, 0), "Bearer token-1");
  EXPECT_EQ(bearer(bench, 1), "Bearer token-2");

  Bench again;
  again.service.then(error_reply(401, "InvalidAuthenticationToken"))
      .then(error_reply(401, "InvalidAuthenticationToken"))
      .then(kGood);
  const auto reply = again.get("/a");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().error.status, 401);
  EXPECT_EQ(again.service.requests.size(), 2U);
}

TEST(SignIn, AnswersAClaimsChallengeOnce) {
  Bench bench;
  bench.service.then(error_reply(401, "InvalidAuthenticationToken", claims_header(kChallenge)))
      .then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  ASSERT_EQ(bench.service.token_requests.size(), 2U);
  const std::string& body = bench.service.token_requests[1].body;
  EXPECT_NE(body.find("nbf"), std::string::npos) << body;
  EXPECT_NE(body.find("cp1"), std::string::npos) << body;

  Bench again;
  for (int i = 0; i < 3; ++i) {
    again.service.then(error_reply(401, "InvalidAuthenticationToken", claims_header(kChallenge)));
  }
  const auto reply = again.get("/a");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::step_up);
  EXPECT_EQ(again.service.requests.size(), 2U);
}

TEST(SignIn, TakesAnUnreadableChallengeForAPlain401) {
  Bench bench;
  bench.service.then(error_reply(401, "InvalidAuthenticationToken", claims_header("%%%")))
      .then(error_reply(401, "InvalidAuthenticationToken", claims_header("%%%")));
  EXPECT_FALSE(bench.get("/a"));
  EXPECT_EQ(bench.service.requests.size(), 2U);
}

TEST(SignIn, DoesNotRepeatA403ThatAsksForClaims) {
  Bench bench;
  bench.service.then(error_reply(403, "insufficient_claims", claims_header(kChallenge)))
      .then(kGood);
  const auto reply = bench.get("/a");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::step_up);
  EXPECT_EQ(reply.error().error.claims, R"({"access_token":{"nbf":{"value":"1"}}})");
  EXPECT_EQ(bench.service.requests.size(), 1U);
  EXPECT_EQ(bench.service.token_requests.size(), 1U);
}

TEST(SignIn, ReportsARefusedSecretWithoutRepeating) {
  Bench bench;
  bench.service.then_token(
      json_reply(401, R"({"error":"invalid_client","error_description":"AADSTS7000215: no",)"
                      R"("error_codes":[7000215]})"));
  const auto reply = bench.get("/a");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::refused);
  EXPECT_EQ(specific_code(reply.error().error), "AADSTS7000215");
  EXPECT_EQ(bench.service.token_requests.size(), 1U);
  EXPECT_TRUE(bench.service.requests.empty());
}

TEST(SignIn, NeedsAPersonWhereTheTokenEndpointSaysSo) {
  Bench bench;
  bench.service.then_token(json_reply(
      400, R"({"error":"interaction_required","error_codes":[50076],"claims":"{\"a\":1}"})"));
  const auto reply = bench.get("/a");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::step_up);
  EXPECT_EQ(reply.error().error.claims, "{\"a\":1}");
}

TEST(SignIn, WaitsForAThrottledTokenEndpoint) {
  Bench bench;
  bench.service.then_token(error_reply(429, "x", {{"Retry-After", "3"}})).then(kGood);
  EXPECT_TRUE(bench.get("/a"));
  EXPECT_EQ(bench.clock.slept, Milliseconds(3000));
}

TEST(SignIn, RefusesAnAnswerWithoutAToken) {
  Bench bench;
  bench.service.then_token(json_reply(200, R"({"token_type":"Bearer"})"));
  EXPECT_FALSE(bench.get("/a"));
}

TEST(FixedToken, CannotBeRenewed) {
  Bench bench;
  FixedToken token("Junk");
  Session session(bench.courier, token, testing::kBase);
  bench.service.then(error_reply(401, "InvalidAuthenticationToken")).then(kGood);
  const auto reply = session.send(make_call("GET", session.url("/a")), session.new_deadline());
  ASSERT_FALSE(reply);
  EXPECT_EQ(bearer(bench, 0), "Bearer Junk");
  EXPECT_EQ(bench.service.requests.size(), 1U);
}

}  // namespace
}  // namespace graphclient
