// SPDX-License-Identifier: MIT
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace graphfault::control {
namespace {

using ::testing::HasSubstr;

TEST(Health, Is200WhenReadyAnd503WhenNot) {
  ApiUnderTest api;
  EXPECT_EQ(api.call("GET", "/health").status, 200);
  EXPECT_EQ(api.json("GET", "/health").at("status"), "ok");
  EXPECT_EQ(api.json("GET", "/health").at("version"), "1.2.3");
  api.traffic.is_ready = false;
  EXPECT_EQ(api.call("GET", "/health").status, 503);
  EXPECT_EQ(api.json("GET", "/health").at("status"), "unavailable");
}

TEST(Health, ShowsTheProblemsOfTheLastReload) {
  ApiUnderTest api;
  EXPECT_EQ(api.json("GET", "/health").at("reload"), Json({{"ok", true}}));
  api.shelf.current = {{.message = "no such key", .place = {"a.yaml", 3, 5}}};
  const Json reload = api.json("GET", "/health").at("reload");
  EXPECT_EQ(reload.at("ok"), false);
  EXPECT_EQ(reload.at("problems").at(0).at("line"), 3);
  EXPECT_EQ(api.call("GET", "/health").status, 200);
}

TEST(Metrics, ArePrometheusText) {
  ApiUnderTest api;
  api.traffic.by_status = {{0, 1}, {200, 7}, {429, 2}};
  api.traffic.counts = {.accepted = 5, .open = 4};
  api.request("GET", "/v1.0/users", "throttled");
  const Reply reply = api.call("GET", "/metrics");
  EXPECT_EQ(reply.content_type, "text/plain; version=0.0.4; charset=utf-8");
  for (const char* line :
       {"graphfault_build_info{version=\"1.2.3\"} 1\n", "graphfault_uptime_seconds 90.000\n",
        "graphfault_requests_total{status=\"none\"} 1\n",
        "graphfault_requests_total{status=\"429\"} 2\n", "graphfault_unmatched_total 3\n",
        "graphfault_connections_total 5\n", "graphfault_connections 4\n", "graphfault_tenants 1\n",
        "graphfault_journal_recorded 1\n", "# TYPE graphfault_requests_total counter\n"}) {
    EXPECT_THAT(reply.body, HasSubstr(line));
  }
  EXPECT_THAT(reply.body, ::testing::Not(HasSubstr("graphfault_journal_bytes 0\n")));
}

TEST(Scenarios, AreListed) {
  ApiUnderTest api;
  const Json list = api.json("GET", "/scenarios").at("scenarios");
  const auto throttled = std::find_if(
      list.begin(), list.end(), [](const Json& entry) { return entry.at("name") == "throttled"; });
  ASSERT_NE(throttled, list.end());
  EXPECT_EQ(throttled->at("rules"), 1);
  EXPECT_EQ(throttled->at("summary"), "The first page is throttled once.");
}

TEST(Scenarios, AGoodOneIsLoadedAndCanBeReplaced) {
  ApiUnderTest api;
  const std::string yaml = "rules:\n  - {when: GET /me, then: {error: 503}}\n";
  const Reply made = api.call("POST", "/scenarios?name=mine.yaml", yaml);
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(api.shelf.last_name, "mine.yaml");
  EXPECT_EQ(parse_json(made.body)->at("name"), "mine");
  EXPECT_EQ(api.call("POST", "/scenarios?name=mine.yaml", yaml).status, 200);
  EXPECT_EQ(api.call("POST", "/tenants/mine.a").status, 201);
}

TEST(Scenarios, ABadOneIs422WithEveryProblem) {
  ApiUnderTest api;
  const Reply reply = api.call("POST", "/scenarios", "rulez: []\ntenant: {licence: free}\n");
  EXPECT_EQ(reply.status, 422);
  const Json error = parse_json(reply.body)->at("error");
  ASSERT_EQ(error.at("problems").size(), 2U) << reply.body;
  const Json& problem = error.at("problems").at(0);
  EXPECT_EQ(problem.at("file"), "uploaded");
  EXPECT_EQ(problem.at("line"), 1);
  EXPECT_EQ(problem.at("column"), 1);
  EXPECT_THAT(problem.at("message").get<std::string>(), HasSubstr("rulez"));
  EXPECT_THAT(error.at("text").get<std::string>(), HasSubstr("uploaded:1:1: "));
  EXPECT_EQ(api.call("POST", "/scenarios", "").status, 400);
}

TEST(Tenants, AreMadeShownAndEnded) {
  ApiUnderTest api;
  EXPECT_EQ(api.json("GET", "/tenants").at("tenants"), Json::array());
  EXPECT_EQ(api.call("POST", "/tenants/Throttled.T42").status, 201);
  EXPECT_EQ(api.call("POST", "/tenants/throttled.t42").status, 200);
  EXPECT_EQ(api.call("GET", "/tenants/throttled.t42").status, 200);
  EXPECT_EQ(api.json("GET", "/tenants").at("tenants").at(0).at("tenant"), "throttled.t42");
  EXPECT_EQ(api.call("DELETE", "/tenants/throttled.t42").status, 200);
  EXPECT_EQ(api.call("GET", "/tenants/throttled.t42").status, 404);
}

struct MissingRow {
  const char* name = nullptr;
  int status = 0;
  const char* hint = nullptr;
};

TEST(Tenants, AMissingOneSaysHowToMakeIt) {
  for (const MissingRow& row :
       {MissingRow{"throttled.x", 404,
                   "a request to it starts it, and so does POST /tenants/throttled.x"},
        MissingRow{"throtled", 404, "did you mean throttled?"},
        MissingRow{"nothing-like-it", 404, "GET /scenarios lists what is loaded"},
        MissingRow{"a.b.c", 400,
                   "a tenant name is SCENARIO or SCENARIO.LABEL, with letters, digits and - only"},
        MissingRow{
            "a%20b", 400,
            "a tenant name is SCENARIO or SCENARIO.LABEL, with letters, digits and - only"}}) {
    ApiUnderTest api;
    for (const auto& [method, end] : {std::pair{"GET", ""},
                                      {"DELETE", ""},
                                      {"POST", "/reset"},
                                      {"POST", "/clock"},
                                      {"POST", "/revoke"},
                                      {"POST", "/expire"},
                                      {"GET", "/journal"}}) {
      const Reply reply = api.call(method, std::string("/tenants/") + row.name + end);
      EXPECT_EQ(reply.status, row.status) << method << row.name << end;
      EXPECT_EQ(parse_json(reply.body)->at("error").at("hint"), row.hint);
    }
    EXPECT_TRUE(api.engine.registry().tenants().empty());
  }
}

TEST(Tenants, AnEvictedOneSaysSo) {
  ApiUnderTest api(1);
  api.call("POST", "/tenants/throttled.first");
  api.call("POST", "/tenants/throttled.second");
  const Reply reply = api.call("GET", "/tenants/throttled.first");
  EXPECT_EQ(reply.status, 410) << reply.body;
  EXPECT_THAT(reply.body, HasSubstr("evicted"));
}

TEST(Reset, MakesATenantAsNew) {
  ApiUnderTest api;
  EXPECT_EQ(api.request("GET", "/v1.0/users", "throttled").response.status, 429);
  api.now += std::chrono::seconds(10);
  EXPECT_EQ(api.request("GET", "/v1.0/users", "throttled").response.status, 200);
  EXPECT_EQ(api.call("POST", "/tenants/throttled/reset").status, 200);
  EXPECT_EQ(api.json("GET", "/tenants/throttled/journal").at("exchanges"), Json::array());
  EXPECT_EQ(api.request("GET", "/v1.0/users", "throttled").response.status, 429);
}

TEST(Clock, IsMoved) {
  ApiUnderTest api;
  api.call("POST", "/tenants/throttled");
  const Json moved = api.json("POST", "/tenants/throttled/clock", R"({"advance": "1h"})");
  EXPECT_EQ(moved.at("clock"), "2026-02-11T10:12:33.000Z");
}

TEST(Clock, BadBodiesAreRefusedWithTheWayOut) {
  ApiUnderTest api;
  api.call("POST", "/tenants/throttled");
  for (const char* body :
       {"", "{", "[]", "{}", R"({"advance": 60})", R"({"advance": "60"})", R"({"advance": "-1h"})",
        R"({"advance": "1h", "to": "x"})", R"({"advnce": "1h"})"}) {
    const Reply reply = api.call("POST", "/tenants/throttled/clock", body);
    EXPECT_EQ(reply.status, 400) << body;
    EXPECT_TRUE(parse_json(reply.body)->at("error").contains("hint")) << body;
  }
}

TEST(Tokens, AreExpiredAndRevoked) {
  ApiUnderTest api;
  const auto status = [&api] {
    return api.request("GET", "/v1.0/users/$count", "default").response.status;
  };
  api.call("POST", "/tenants/default");
  EXPECT_NE(status(), 401);
  EXPECT_EQ(api.json("POST", "/tenants/default/expire").at("tokens"), "expired");
  EXPECT_EQ(status(), 401);
  api.call("POST", "/tenants/default/reset");
  EXPECT_NE(status(), 401);
  EXPECT_EQ(api.json("POST", "/tenants/default/revoke").at("tokens"), "revoked");
  EXPECT_EQ(status(), 401);
}

TEST(TenantJournal, ShowsExchangesSince) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users", "throttled");
  api.request("GET", "/v1.0/users/nobody", "throttled");
  const Json all = api.json("GET", "/tenants/throttled/journal?format=json");
  EXPECT_EQ(all.at("tenant"), "throttled");
  EXPECT_EQ(all.at("recorded"), 2);
  EXPECT_EQ(all.at("dropped"), 0);
  ASSERT_EQ(all.at("exchanges").size(), 2U);
  EXPECT_EQ(all.at("exchanges").at(0).at("response").at("status"), 429);
  EXPECT_EQ(all.at("exchanges").at(0).at("played").at("rule"), 1);
  const Json later = api.json("GET", "/tenants/throttled/journal?since=1");
  ASSERT_EQ(later.at("exchanges").size(), 1U);
  EXPECT_EQ(later.at("exchanges").at(0).at("sequence"), 2);
  const Json first = api.json("GET", "/tenants/throttled/journal?since=0&limit=1");
  ASSERT_EQ(first.at("exchanges").size(), 1U);
  EXPECT_EQ(first.at("exchanges").at(0).at("sequence"), 1);
  EXPECT_EQ(api.json("GET", "/tenants/throttled/journal?limit=9").at("exchanges").size(), 2U);
  EXPECT_EQ(api.call("GET", "/tenants/throttled/journal?format=csv").status, 400);
}

TEST(TenantJournal, ComesAsLinesOfJson) {
  ApiUnderTest api;
  api.call("POST", "/tenants/throttled");
  EXPECT_EQ(api.call("GET", "/tenants/throttled/journal?format=jsonl").body, "");
  api.request("GET", "/v1.0/users", "throttled");
  api.request("GET", "/v1.0/users/nobody", "throttled");
  const Reply reply = api.call("GET", "/tenants/throttled/journal?format=jsonl");
  EXPECT_EQ(reply.content_type, "application/jsonl");
  std::istringstream lines(reply.body);
  std::vector<int> sequences;
  for (std::string line; std::getline(lines, line);) {
    sequences.push_back(parse_json(line)->at("sequence").get<int>());
  }
  EXPECT_EQ(sequences, (std::vector<int>{1, 2}));
  EXPECT_EQ(reply.body.back(), '\n');
}

TEST(TenantJournal, ComesAsAnArchive) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users?$top=3", "throttled");
  const Reply reply = api.call("GET", "/tenants/throttled/journal?format=har");
  EXPECT_EQ(reply.content_type, "application/json");
  EXPECT_EQ(reply.headers.find("Content-Disposition"), "attachment; filename=\"throttled.har\"");
  const Json log = parse_json(reply.body)->at("log");
  EXPECT_EQ(log.at("creator"), (Json{{"name", "graphfault"}, {"version", "1.2.3"}}));
  EXPECT_EQ(log.at("comment"), "graphfault's journal of throttled");
  const Json& entry = log.at("entries").at(0);
  EXPECT_EQ(entry.at("request").at("url"), "http://localhost:8080/v1.0/users?$top=3");
  EXPECT_EQ(entry.at("response").at("status"), 429);
  EXPECT_THAT(reply.body, ::testing::Not(HasSubstr("eyJ")));
}

TEST(StrayJournal, ShowsWhatBelongsToNoTenant) {
  ApiUnderTest api;
  EXPECT_EQ(api.json("GET", "/journal").at("exchanges"), Json::array());
  api.engine.refuse({.status = 431}, {.method = "GET", .target = "/v1.0/users"}, api.now);
  const Json strays = api.json("GET", "/journal");
  ASSERT_EQ(strays.at("exchanges").size(), 1U);
  EXPECT_EQ(strays.at("exchanges").at(0).at("response").at("status"), 431);
  EXPECT_EQ(api.call("GET", "/journal?format=xml").status, 400);
  const Json har = api.json("GET", "/journal?format=har").at("log");
  EXPECT_EQ(har.at("comment"), "graphfault's journal of strays");
  EXPECT_EQ(har.at("entries").at(0).at("response").at("status"), 431);
}

TEST(Errors, AreTheWholeCatalogue) {
  ApiUnderTest api;
  const Json json = api.json("GET", "/errors");
  EXPECT_GT(json.at("errors").size(), 23U);
  EXPECT_GT(json.at("signIn").size(), 5U);
  for (const Json& entry : json.at("errors")) {
    EXPECT_TRUE(entry.at("evidence") == "documented" || entry.at("evidence") == "captured" ||
                entry.at("evidence") == "inferred");
    EXPECT_GE(entry.at("status").get<int>(), 400);
  }
}

}  // namespace
}  // namespace graphfault::control
