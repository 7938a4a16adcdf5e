// SPDX-License-Identifier: MIT
// Every kind of step, seen from outside.
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;
using testing::Served;

std::string with_rules(const std::string& rules) { return "scenario: t\nrules:\n" + rules; }

TEST(Steps, AnErrorHasTheBodyAndHeadersOfGraph) {
  Served served(with_rules("  - when: GET /users\n    then: {error: TooManyRequests}\n"));
  const http::Answer answer = served.get("/v1.0/users", {{"client-request-id", "mine"}});
  EXPECT_EQ(answer.response.status, 429);
  const Json error = Served::json(answer)["error"];
  EXPECT_EQ(error["code"], "TooManyRequests");
  EXPECT_EQ(error["innerError"]["date"], "2026-02-11T09:12:33");
  EXPECT_EQ(error["innerError"]["request-id"], Served::header(answer, "request-id"));
  EXPECT_EQ(error["innerError"]["client-request-id"], "mine");
  EXPECT_EQ(Served::header(answer, "client-request-id"), "mine");
  EXPECT_EQ(Served::header(answer, "Content-Type"), "application/json");
  EXPECT_EQ(Served::header(answer, "Date"), "Wed, 11 Feb 2026 09:12:33 GMT");
  EXPECT_NE(Served::header(answer, "x-ms-ags-diagnostic"), "");
  EXPECT_EQ(Served::rule(answer), "t/1 step 1");
  EXPECT_EQ(Served::hint(answer), "");
  EXPECT_EQ(answer.plan, (http::WirePlan{.compressible = true}));
}

TEST(Steps, APageOfHttpSysEndsTheConnection) {
  Served served(with_rules("  - when: GET /users\n    then: {error: 411}\n"));
  const http::Answer answer = served.get("/v1.0/users");
  EXPECT_EQ(answer.response.status, 411);
  EXPECT_EQ(Served::header(answer, "Content-Type"), "text/html; charset=us-ascii");
  EXPECT_TRUE(answer.response.body.starts_with("<!DOCTYPE HTML PUBLIC"));
  EXPECT_TRUE(answer.plan.close);
}

TEST(Steps, OverridesOfAnError) {
  Served served(
      with_rules("  - when: POST /users\n"
                 "    then:\n"
                 "      error: 422\n"
                 "      code: Mine\n"
                 "      message: All mine.\n"
                 "      inner: [outer, deeper]\n"
                 "      details:\n"
                 "        - {code: PropertyConflict, target: mailNickname, message: Taken.}\n"));
  const http::Answer answer = served.post("/v1.0/users", "{}");
  EXPECT_EQ(answer.response.status, 422);
  const Json error = Served::json(answer)["error"];
  EXPECT_EQ(error["code"], "Mine");
  EXPECT_EQ(error["message"], "All mine.");
  EXPECT_EQ(error["innerError"]["code"], "outer");
  EXPECT_EQ(error["innerError"]["innerError"]["code"], "deeper");
  EXPECT_EQ(error["details"][0]["target"], "mailNickname");
}

TEST(Steps, AReplyLeavesByteForByte) {
  Served served(
      with_rules("  - when: GET /reports/**\n"
                 "    then: {reply: {status: 200, headers: {content-TYPE: text/csv, X-A: '1'}, "
                 "text: \"a,b\\n1,${base}\\n\"}}\n"));
  const http::Answer answer = served.get("/v1.0/reports/x");
  EXPECT_EQ(answer.response.body, "a,b\n1,${base}\n");
  auto line = answer.response.headers.begin();
  EXPECT_EQ(*line, (http::Header{"content-TYPE", "text/csv"}));
  EXPECT_EQ(*++line, (http::Header{"X-A", "1"}));
  EXPECT_FALSE(answer.plan.compressible);
  EXPECT_NE(Served::header(answer, "request-id"), "");
}

TEST(Steps, AReplyFillsItsPlaceholders) {
  Served served(
      with_rules("  - when: GET /users/*\n"
                 "    then: {reply: {status: 200, headers: {Location: '${base}/x'}, "
                 "text: '${path.2} ${now} ${path.9}', placeholders: true}}\n"));
  const http::Answer answer = served.get("/@t/v1.0/users/u1");
  EXPECT_EQ(answer.response.body, "u1 2026-02-11T09:12:33Z ");
  EXPECT_EQ(Served::header(answer, "Location"), "http://localhost:8080/@t/x");
}

TEST(Steps, EmulateEndsTheSearch) {
  Served served(
      with_rules("  - when: GET /users\n    then: [emulate, {error: 503}]\n"
                 "  - when: GET /users\n    then: {error: 429}\n"));
  const http::Answer first = served.get("/v1.0/users?$top=1");
  EXPECT_EQ(first.response.status, 200);
  EXPECT_EQ(Served::rule(first), "t/1 step 1");
  EXPECT_EQ(Served::json(first)["value"].size(), 1U);
  EXPECT_EQ(served.get("/v1.0/users").response.status, 503);
  EXPECT_EQ(served.get("/v1.0/users").response.status, 429);
}

TEST(Steps, PassCountsItsTurnAndLetsLaterRulesAnswer) {
  Served served(
      with_rules("  - when: GET /users\n"
                 "    then: [{pass: true, times: 2}, {emulate: true, fault: reset}]\n"
                 "    repeat: true\n"
                 "  - when: GET /users\n"
                 "    then: {error: 404}\n"));
  std::vector<std::string> rules;
  for (int i = 0; i < 6; ++i) {
    rules.push_back(Served::rule(served.get("/v1.0/users")));
  }
  EXPECT_EQ(rules, (std::vector<std::string>{"t/2 step 1", "t/2 step 1", "t/1 step 2", "t/2 step 1",
                                             "t/2 step 1", "t/1 step 2"}));
  EXPECT_EQ(served.tenant()->rule_plays(), (std::vector<std::uint64_t>{0, 6, 4}));
}

TEST(Steps, AFaultAloneEmulatesAndTheRequestHasHappened) {
  Served served(with_rules("  - when: POST /users\n    then: {fault: reset, times: 1}\n"));
  const std::string user =
      R"({"accountEnabled":true,"displayName":"Ann","mailNickname":"ann",)"
      R"("userPrincipalName":"ann@contoso.example","passwordProfile":{"password":"pw"}})";
  const http::Answer broken = served.post("/v1.0/users", user);
  EXPECT_EQ(broken.plan.ending, http::Ending::reset_before);
  EXPECT_EQ(broken.response.status, 201);
  EXPECT_EQ(served.get("/v1.0/users/ann@contoso.example").response.status, 200);
  EXPECT_EQ(served.post("/v1.0/users", user).response.status, 400);  // the duplicate
  EXPECT_EQ(served.journal().front().status, 0);
  EXPECT_EQ(served.journal().front().fault, "reset");
}

TEST(Steps, DelaysAddUp) {
  Served served(
      "scenario: t\ntenant: {delay: 20ms}\nrules:\n"
      "  - when: GET /users\n    then: {error: 500, delay: 200ms}\n");
  EXPECT_EQ(served.get("/v1.0/users").plan.delay, 220ms);
  EXPECT_EQ(served.get("/v1.0/groups").plan.delay, 20ms);
}

TEST(Steps, HeadersOfAStepTakeThePlaceOfGraphs) {
  Served served(
      with_rules("  - when: GET /users\n"
                 "    then: {error: 503, headers: {Content-Type: text/odd, X-Extra: yes}}\n"));
  const http::Answer answer = served.get("/v1.0/users");
  EXPECT_EQ(answer.response.headers.all("Content-Type").size(), 1U);
  EXPECT_EQ(Served::header(answer, "Content-Type"), "text/odd");
  EXPECT_EQ(Served::header(answer, "x-extra"), "yes");
}

TEST(Steps, Challenges) {
  Served served(
      with_rules("  - when: GET /users\n    then: {error: insufficient_claims}\n"
                 "  - when: GET /groups\n    then: {error: token-expired}\n"
                 "  - when: GET /me\n    then: {error: 403, code: Odd, claims: "
                 "{access_token: {acrs: {essential: true, value: c2}}}}\n"));
  const std::string step_up = Served::header(served.get("/v1.0/users"), "WWW-Authenticate");
  EXPECT_NE(step_up.find("error=\"insufficient_claims\""), std::string::npos);
  const std::string plain = Served::header(served.get("/v1.0/groups"), "WWW-Authenticate");
  EXPECT_NE(plain.find("Bearer realm=\"\""), std::string::npos);
  EXPECT_EQ(plain.find("claims"), std::string::npos);
  const std::string own = Served::header(served.get("/v1.0/me"), "WWW-Authenticate");
  EXPECT_NE(own, step_up);
  EXPECT_NE(own.find("claims=\""), std::string::npos);
}

TEST(Steps, ErrorsOfSignInHaveItsShape) {
  Served served(
      with_rules("  - when: POST /oauth2/v2.0/token\n"
                 "    then: [{error: AADSTS7000215}, {error: 429, retry_after: 3s}]\n"));
  const std::string form = "client_id=app-1&grant_type=client_credentials&client_secret=s";
  const http::Headers headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  const http::Answer first = served.call("POST", "/t/oauth2/v2.0/token", headers, form);
  EXPECT_EQ(first.response.status, 401);
  const Json body = Served::json(first);
  EXPECT_EQ(body["error"], "invalid_client");
  EXPECT_EQ(body["error_codes"], Json::array({7000215}));
  EXPECT_NE(body["error_description"].get<std::string>().find("'app-1'"), std::string::npos);
  EXPECT_EQ(body["trace_id"], Served::header(first, "x-ms-request-id"));
  const http::Answer second = served.call("POST", "/t/oauth2/v2.0/token", headers, form);
  EXPECT_EQ(second.response.status, 429);
  EXPECT_EQ(Served::header(second, "Retry-After"), "3");
  EXPECT_TRUE(Served::json(second).contains("error_description"));
  EXPECT_EQ(served.journal().front().code, "invalid_client");
}

TEST(Steps, ErrorsOfSignInNameAnAppThatCameAsHttpBasic) {
  Served served(with_rules("  - {when: POST /oauth2/v2.0/token, then: {error: AADSTS700016}}\n"));
  const http::Answer answer =
      served.call("POST", "/t/oauth2/v2.0/token", {{"Authorization", "Basic YXBwLTI6cw=="}},
                  "grant_type=client_credentials");
  EXPECT_NE(answer.response.body.find("identifier 'app-2'"), std::string::npos);
}

TEST(Steps, MarksCanBeSwitchedOff) {
  Served served(with_rules("  - when: GET /users\n    then: {error: 429}\n"),
                {.tenant = {.marks = false}});
  EXPECT_EQ(Served::rule(served.get("/v1.0/users")), "");
  EXPECT_EQ(Served::hint(served.get("/v1.0/nowhere")), "");
}

TEST(Steps, CorsHeadersWhereThereIsAnOrigin) {
  Served served(with_rules("  - when: GET /users\n    then: {error: 429}\n"));
  EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Access-Control-Allow-Origin"), "");
  EXPECT_EQ(Served::header(served.get("/v1.0/users", {{"Origin", "http://a"}}),
                           "Access-Control-Allow-Origin"),
            "*");
  const http::Answer preflight = served.call("OPTIONS", "/v1.0/users",
                                             {{"Authorization", "none"},
                                              {"Origin", "http://a"},
                                              {"Access-Control-Request-Method", "GET"}});
  EXPECT_EQ(preflight.response.status, 200);
  EXPECT_EQ(preflight.response.headers.all("Access-Control-Allow-Origin").size(), 1U);
}

}  // namespace
}  // namespace graphfault::engine
