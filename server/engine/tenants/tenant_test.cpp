// SPDX-License-Identifier: MIT
#include "engine/tenants/tenant.hpp"

#include "base/random.hpp"
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;
using testing::scenario_of;
using testing::Served;

constexpr const char* kScenario =
    "scenario: t\nrules:\n"
    "  - {name: twice, when: GET /users, then: {error: 429, retry_after: 2s, times: 2}}\n"
    "  - when: GET /groups\n    then: {emulate: true, delay: {min: 1ms, max: 9s}}\n";

TEST(TenantName, Cases) {
  const struct {
    const char* text;
    const char* name;  // empty: none
  } cases[] = {{"throttled", "throttled"},
               {"Throttled.T42", "throttled.t42"},
               {"a-b.c-d", "a-b.c-d"},
               {"", ""},
               {".", ""},
               {"a.", ""},
               {".a", ""},
               {"a.b.c", ""},
               {"a b", ""},
               {"a/b", ""},
               {"a_b", ""},
               {"\xc3\xa9", ""}};
  for (const auto& c : cases) {
    const auto name = parse_tenant_name(c.text);
    EXPECT_EQ(name ? name->text() : "", c.name) << c.text;
  }
  EXPECT_FALSE(parse_tenant_name(std::string(300, 'a')));
}

// What a client sees of a run: every byte, but for the signed token.
std::vector<std::string> run(const EngineOptions& options) {
  Served served(kScenario, options);
  std::vector<std::string> seen;
  const auto note = [&seen](const http::Answer& answer) {
    std::string text = std::to_string(answer.response.status) + "\n";
    for (const http::Header& line : answer.response.headers) {
      text += line.name + ": " + line.value + "\n";
    }
    text += answer.response.body + "\n" + std::to_string(answer.plan.delay.count());
    seen.push_back(text);
  };
  note(served.get("/v1.0/users?$top=2"));
  note(served.get("/v1.0/groups"));
  note(served.get("/v1.0/groups"));
  note(served.get("/v1.0/users/nobody"));
  note(served.post("/v1.0/users",
                   R"({"accountEnabled":true,"displayName":"Ann","mailNickname":"ann",)"
                   R"("userPrincipalName":"a@b.example","passwordProfile":{"password":"pw"}})"));
  note(served.post("/v1.0/$batch",
                   R"({"requests":[{"id":"1","method":"GET","url":"/users?$top=1"}]})"));
  return seen;
}

TEST(Tenant, AnswersTheSameBytesWithTheSameSeedAndClock) {
  const EngineOptions options{.tenant = {.seed = 5, .frozen_at = Instant(1'770'801'153s)}};
  EXPECT_EQ(run(options), run(options));
}

TEST(Tenant, AnswersOtherwiseWithAnotherSeed) {
  const Instant clock(1'770'801'153s);
  const auto one = run({.tenant = {.seed = 5, .frozen_at = clock}});
  const auto other = run({.tenant = {.seed = 6, .frozen_at = clock}});
  EXPECT_NE(one[0], other[0]);  // request-id
  EXPECT_NE(one[1], other[1]);  // and the delay
}

TEST(Tenant, HasASeedOfItsOwn) {
  Served served("scenario: t\ntenant: {tokens: {accept: none-required}}\n");
  const auto id = [&](const char* target) {
    return Served::header(served.get(target, {{"Authorization", "none"}}), "request-id");
  };
  EXPECT_NE(id("/@t.a/v1.0/users"), id("/@t.b/v1.0/users"));
}

TEST(Tenant, AFrozenClockIsOnTheWire) {
  const Instant clock(1'770'801'153s);
  Served served("scenario: t\ntenant: {tokens: {accept: any}}\n", {.tenant = {.frozen_at = clock}});
  served.now += 5h;
  EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Date"), "Wed, 11 Feb 2026 09:12:33 GMT");
  served.tenant()->advance(1h);
  EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Date"), "Wed, 11 Feb 2026 10:12:33 GMT");
}

TEST(Tenant, ARunningClockThatWasAdvancedIsNotOnTheWire) {
  Served served("scenario: t\ntenant: {tokens: {accept: any}}\n");
  served.tenant()->advance(1h);
  EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Date"), "Wed, 11 Feb 2026 09:12:33 GMT");
  EXPECT_EQ(served.tenant()->clock(served.now), served.now + 1h);
  EXPECT_EQ(served.journal().front().tenant_begun, served.now + 1h);
}

TEST(Tenant, RecordsNothingWithoutRoomForAJournal) {
  Served served(kScenario, {.tenant = {.journal_bytes = 0}});
  EXPECT_EQ(served.get("/v1.0/users").response.status, 429);
  EXPECT_EQ(
      served
          .post("/v1.0/$batch", R"({"requests": [{"id": "1", "method": "GET", "url": "/groups"}]})")
          .response.status,
      200);
  EXPECT_TRUE(served.tenant()->exchanges(0).empty());
  EXPECT_EQ(served.tenant()->journal_totals().dropped, 3U);
}

TEST(Tenant, ResetMakesEverythingNew) {
  Served served(kScenario);
  served.get("/v1.0/users");
  served.tenant()->advance(10s);
  served.tenant()->revoke_tokens(served.now);
  served.tenant()->reset(scenario_of(kScenario), served.now);
  EXPECT_EQ(served.tenant()->clock(served.now), served.now);
  EXPECT_TRUE(served.journal().empty());
  EXPECT_EQ(served.tenant()->rule_plays(), (std::vector<std::uint64_t>{0, 0, 0}));
  EXPECT_EQ(Served::rule(served.get("/v1.0/users")), "t/1 step 1");
  EXPECT_EQ(served.journal().front().sequence, 1U);
}

TEST(Tenant, AdoptsTheScenarioOfAReset) {
  Served served(kScenario);
  served.tenant()->reset(
      scenario_of("scenario: t\nrules:\n  - when: GET /users\n    then: {error: 500}\n"),
      served.now);
  EXPECT_EQ(served.get("/v1.0/users").response.status, 500);
}

TEST(Tenant, WhatIsSaidOfAnAnswerOfBeforeAResetChangesNothing) {
  Served served(kScenario);
  const http::Answer slow = served.get("/v1.0/groups");
  ASSERT_GT(slow.plan.delay, Duration::zero());
  EXPECT_EQ(served.tenant()->under_way(), 1U);
  served.tenant()->reset(served.tenant()->scenario(), served.now);
  EXPECT_EQ(served.tenant()->under_way(), 1U);
  const http::Answer fresh = served.get("/v1.0/groups");
  served.engine.leaving(slow.ticket, served.now);
  served.engine.sent(slow.ticket, {.sent = served.now, .bytes = 7});
  EXPECT_EQ(served.tenant()->under_way(), 1U);
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 1U);
  EXPECT_FALSE(journal[0].left || journal[0].sent);
  served.engine.sent(fresh.ticket, {.sent = served.now, .bytes = 9});
  EXPECT_EQ(served.journal()[0].bytes, 9U);
  EXPECT_EQ(served.tenant()->under_way(), 0U);
}

TEST(Tenant, ShowsItself) {
  Served served(kScenario);
  served.get("/v1.0/users");
  const Json json = served.tenant()->snapshot(served.now);
  EXPECT_EQ(json["tenant"], "t");
  EXPECT_EQ(json["scenario"], "t");
  EXPECT_EQ(json["clock"], "2026-02-11T09:12:33.000Z");
  EXPECT_EQ(json["underWay"], 0);
  EXPECT_EQ(json["journal"]["recorded"], 1);
  EXPECT_EQ(json["rules"][0]["name"], "twice");
  EXPECT_EQ(json["rules"][0]["plays"], 1);
  EXPECT_EQ(json["rules"][0]["nextStep"], 1);
  EXPECT_EQ(json["rules"][0]["playedOut"], false);
  ASSERT_EQ(json["windows"].size(), 1U);
  EXPECT_EQ(json["windows"][0]["call"], "GET /v1.0/users?");
  EXPECT_EQ(json["windows"][0]["ends"], "2026-02-11T09:12:35.000Z");
}

TEST(Tenant, JournalsWhatWasSaidWithoutItsSecrets) {
  Served served(kScenario);
  served.call("POST", "/t/oauth2/v2.0/token",
              {{"Content-Type", "application/x-www-form-urlencoded"}},
              "grant_type=client_credentials&client_id=a&client_secret=hush&scope="
              "https%3A%2F%2Fgraph.microsoft.com%2F.default");
  served.get("/v1.0/users?$top=2&access_token=hush", {{"X-Own", "kept"}});
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_EQ(journal[0].path, "/oauth2/v2.0/token");
  EXPECT_EQ(journal[0].surface, graph::Surface::sign_in);
  EXPECT_EQ(journal[0].caller.state, std::nullopt);
  EXPECT_EQ(journal[0].request_body.text.find("hush"), std::string::npos);
  EXPECT_NE(journal[0].response_body.text.find("\"access_token\":\"[redacted]\""),
            std::string::npos);
  EXPECT_FALSE(journal[0].body_hash.empty());
  EXPECT_EQ(journal[1].url, "http://localhost:8080/v1.0/users?$top=2&access_token=[redacted]");
  EXPECT_EQ(journal[1].query, "$top=2&access_token=[redacted]");
  EXPECT_EQ(journal[1].request_headers.find("X-Own"), "kept");
  EXPECT_EQ(journal[1].request_headers.find("Authorization"), "Bearer [redacted]");
  EXPECT_EQ(journal[1].caller.app, "11111111-2222-3333-4444-555555555555");
  EXPECT_EQ(journal[1].code, "TooManyRequests");
  EXPECT_EQ(journal[1].played.rule, 1);
  EXPECT_EQ(journal[1].played.rule_name, "twice");
  EXPECT_TRUE(journal[1].left && journal[1].sent);
}

TEST(Tenant, ShowsAClientItsOwnTenantId) {
  Served served("scenario: t\nrules: []\n");
  const std::string id = "6F1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9";
  const std::string shown = "6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9";
  const Json found = Served::json(served.get("/" + id + "/v2.0/.well-known/openid-configuration"));
  EXPECT_EQ(found["issuer"], "http://localhost:8080/" + shown + "/v2.0");
  const std::string form = "grant_type=password&client_id=a&username=u&password=p&scope=User.Read";
  const auto signed_in = [&](const std::string& tenant, const std::string& asked) {
    const http::Answer answer = served.call("POST", "/" + tenant + "/oauth2/v2.0/token", {}, asked);
    return Served::json(answer)["access_token"].get<std::string>();
  };
  const std::string text = signed_in(id, form);
  const auto token = graph::read_token(text, graph::token_key());
  ASSERT_TRUE(token);
  EXPECT_EQ(token->tenant_id, shown);
  EXPECT_EQ(token->issuer, "https://sts.windows.net/" + shown + "/");
  EXPECT_EQ(token->tenant, "t." + shown);
  EXPECT_EQ(served.get("/v1.0/me", {{"Authorization", "Bearer " + text}}).response.status, 200);
  // By its name too it is the same tenant, with the same user.
  const auto on_behalf = graph::read_token(
      signed_in(
          "t." + shown,
          "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=a&client_secret=s&"
          "requested_token_use=on_behalf_of&scope=User.Read&assertion=" +
              text),
      graph::token_key());
  ASSERT_TRUE(on_behalf);
  EXPECT_EQ(on_behalf->object_id, token->object_id);
  EXPECT_EQ(on_behalf->tenant_id, guid_of("t." + shown));
}

TEST(Tenant, EchoesTheIdThatASignInHasInItsUrl) {
  Served served("scenario: t\nrules: []\n");
  const std::string id = "5b939b0e-b39d-48fc-a68c-596b26609eb4";
  const auto echoed = [&](const std::string& query, http::Headers headers = {}) {
    return Served::header(served.call("POST", "/t/oauth2/v2.0/token?" + query, std::move(headers)),
                          "client-request-id");
  };
  EXPECT_EQ(echoed("client-request-id=" + id), id);
  EXPECT_EQ(echoed("client-request-id=" + id, {{"client-request-id", "mine"}}), "mine");
  EXPECT_EQ(echoed("client-request-id=x%0d%0aX-Own:%201").size(), id.size()) << "no GUID";
  EXPECT_NE(Served::header(served.get("/v1.0/users?client-request-id=" + id), "client-request-id"),
            id)
      << "Graph reads the header alone";
}

TEST(Tenant, KeepsNoSecretOfAnAnswer) {
  Served served(
      "scenario: t\nrules:\n"
      "  - {when: POST /applications/*/addPassword, then: {reply: {body: {secretText: "
      "hidden}}}}\n");
  const Json begun = Served::json(
      served.call("POST", "/t/oauth2/v2.0/devicecode", {}, "client_id=a&scope=User.Read"));
  served.post("/v1.0/applications/a/addPassword", "{}");
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_EQ(begun["device_code"].get<std::string>().size(), 72U);
  EXPECT_NE(journal[0].response_body.text.find("\"device_code\":\"[redacted]\""),
            std::string::npos);
  EXPECT_EQ(journal[1].response_body.text, R"({"secretText":"[redacted]"})");
}

TEST(Tenant, SaysWhichPathWasMeant) {
  Served served("scenario: t\ndata: {collections: [{path: /groups, items: []}]}\n");
  const std::string none = "no rule or collection of scenario t is close to this path";
  const struct {
    const char* target;
    std::string hint;
  } cases[] = {{"/v1.0/user", none + "; did you mean /users?"},
               {"/v1.0/Uesrs/x/messages", none + "; did you mean /users?"},
               {"/v1.0/group/g1", none + "; did you mean /groups?"},
               {"/v1.0/users/x/messages", none},
               {"/v1.0/planner", none}};
  for (const auto& c : cases) {
    EXPECT_EQ(Served::hint(served.get(c.target)), c.hint) << c.target;
  }
}

TEST(Tenant, SaysWhichRuleWasNearest) {
  Served served(
      "scenario: t\nrules:\n"
      "  - {name: patch it, when: PATCH /users/*, then: {error: 412}}\n"
      "  - {when: GET /users/*, then: {error: 429, times: 1}}\n"
      "  - {when: GET /reports/x, then: {error: 429}}\n"
      "  - {when: {path: /groups, query: {$top: 7}}, then: {error: 429}}\n");
  const struct {
    const char* target;
    const char* hint;
  } cases[] = {{"/v1.0/reports/y", "the nearest rule is 3: its path is /reports/x"},
               {"/v1.0/report/x", "the nearest rule is 3: its path is /reports/x"},
               {"/v1.0/nowhere", "no rule or collection of scenario t is close to this path"},
               {"/nowhere", "Graph paths begin with /v1.0 or /beta"},
               {"/reports/x", "the nearest rule is 3: Graph paths begin with /v1.0 or /beta"},
               {"/v1.0/users?$top=2", ""}};
  for (const auto& c : cases) {
    EXPECT_EQ(Served::hint(served.get(c.target)), c.hint) << c.target;
  }
  EXPECT_TRUE(Served::hint(served.get("/common/oauth2/v2.0/authorize"))
                  .starts_with("after the tenant the sign-in paths are /oauth2/v2.0/token, "));
  EXPECT_EQ(Served::hint(served.get("/common/discovery/v2.0/keys")), "");
  served.get("/v1.0/users/nobody");
  EXPECT_EQ(Served::hint(served.get("/v1.0/users/nobody")),
            "rule 2 matches, but all its steps have been played");
  EXPECT_EQ(served.journal().back().nearest.rule, 2);
  EXPECT_EQ(Served::hint(served.call("DELETE", "/v1.0/users/nobody")),
            "the nearest rule is 1 (patch it): its method is PATCH");
}

}  // namespace
}  // namespace graphfault::engine
