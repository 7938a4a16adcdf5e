// SPDX-License-Identifier: MIT
#include "engine/answers/batch_run.hpp"

#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;
using testing::Served;

std::string batch(const std::string& operations) { return R"({"requests":[)" + operations + "]}"; }

std::string get(const char* id, const char* url, const char* depends_on = "") {
  std::string text = R"({"id":")" + std::string(id) + R"(","method":"GET","url":")" + url + "\"";
  if (*depends_on != '\0') {
    text += R"(,"dependsOn":[")" + std::string(depends_on) + "\"]";
  }
  return text + "}";
}

Json responses(const http::Answer& answer) { return Served::json(answer)["responses"]; }

TEST(BatchRun, OperationsGoThroughTheVerySameRules) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 7s, times: 1}\n"
      "  - when: {path: /groups, operation: {position: 3}}\n"
      "    then: {error: Authorization_RequestDenied}\n");
  const http::Answer answer = served.post(
      "/v1.0/$batch",
      batch(get("a", "/users") + "," + get("b", "users?$top=1") + "," + get("c", "/groups")));
  EXPECT_EQ(answer.response.status, 200);
  const Json all = responses(answer);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]["id"], "a");
  EXPECT_EQ(all[0]["status"], 429);
  EXPECT_EQ(all[0]["headers"]["Retry-After"], "7");
  EXPECT_EQ(all[0]["headers"]["x-graphfault-rule"], "t/1 step 1");
  EXPECT_EQ(all[0]["body"]["error"]["innerError"]["request-id"],
            Served::header(answer, "request-id"));
  EXPECT_EQ(all[1]["status"], 200);
  EXPECT_EQ(all[1]["body"]["value"].size(), 1U);
  EXPECT_EQ(all[2]["status"], 403);
  EXPECT_EQ(Served::rule(answer), "emulation");
}

TEST(BatchRun, ASingleRequestIsEarlyAfterAnOperationAndTheOtherWayRound) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 7s, times: 1}\n");
  served.post("/v1.0/$batch", batch(get("a", "/users")));
  EXPECT_EQ(served.get("/v1.0/users").response.status, 429);
  const Json all = responses(served.post("/v1.0/$batch", batch(get("b", "/v1.0/users"))));
  EXPECT_EQ(all[0]["status"], 429);
  EXPECT_EQ(served.tenant()->rule_plays()[1], 1U);
}

TEST(BatchRun, WhatDependsOnAFailureIs424AndPlaysNoStep) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /groups\n    then: {error: 503}\n"
      "  - when: GET /users\n    then: {reply: {status: 200, text: ok}}\n");
  const Json all = responses(served.post(
      "/v1.0/$batch",
      batch(get("1", "/groups") + "," + get("2", "/users", "1") + "," + get("3", "/users", "2"))));
  EXPECT_EQ(all[0]["status"], 503);
  EXPECT_EQ(all[1]["status"], 424);
  EXPECT_EQ(all[2]["status"], 424);
  EXPECT_EQ(served.tenant()->rule_plays(), (std::vector<std::uint64_t>{0, 1, 0}));
}

TEST(BatchRun, WhatDependsOnASuccessRunsAfterIt) {
  Served served("scenario: t\n");
  const std::string create =
      R"({"id":"1","method":"POST","url":"/users","headers":{"Content-Type":"application/json"},)"
      R"("body":{"accountEnabled":true,"displayName":"Ann","mailNickname":"ann",)"
      R"("userPrincipalName":"ann@contoso.example","passwordProfile":{"password":"pw"}}})";
  const Json all = responses(served.post(
      "/v1.0/$batch", batch(create + "," + get("2", "/users/ann@contoso.example", "1"))));
  EXPECT_EQ(all[0]["status"], 201);
  EXPECT_EQ(all[1]["status"], 200);
}

TEST(BatchRun, RulesMatchTheBatchItselfAndCanLeaveOperationsOut) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: POST /$batch\n    then: {error: 503, times: 1}\n"
      "  - {when: GET /users, in_batch: false, then: {error: 429}}\n");
  EXPECT_EQ(served.post("/v1.0/$batch", batch(get("1", "/users"))).response.status, 503);
  EXPECT_EQ(responses(served.post("/v1.0/$batch", batch(get("1", "/users"))))[0]["status"], 200);
  EXPECT_EQ(served.get("/v1.0/users").response.status, 429);
}

TEST(BatchRun, WaitsForItsSlowestOperation) {
  Served served(
      "scenario: t\ntenant: {delay: 10ms}\nrules:\n"
      "  - when: GET /users\n    then: {emulate: true, delay: 300ms}\n"
      "  - when: GET /groups\n    then: {error: 404, delay: 200ms}\n");
  const http::Answer answer =
      served.post("/v1.0/$batch", batch(get("1", "/users") + "," + get("2", "/groups")));
  EXPECT_EQ(answer.plan.delay, 310ms);
}

TEST(BatchRun, WindowsAndEffectsOfOperationsWaitForTheBatchToLeave) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 7s, delay: 1s, times: 1}\n"
      "  - when: GET /groups\n    then: {reply: {status: 200, text: ok}, effect: {advance: 2s}}\n");
  const http::Answer answer =
      served.post("/v1.0/$batch", batch(get("1", "/users") + "," + get("2", "/groups")));
  EXPECT_EQ(served.tenant()->clock(served.now), served.now);
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
  served.engine.leaving(answer.ticket, served.now);
  EXPECT_EQ(served.tenant()->clock(served.now), served.now + 2s);
  const http::Answer early = served.get("/v1.0/users");
  EXPECT_EQ(early.response.status, 429);
  EXPECT_EQ(Served::header(early, "Retry-After"), "5");
}

TEST(BatchRun, DetailsOnFailure) {
  Served served(
      "scenario: t\nbatch: {on_failure: details}\nrules:\n"
      "  - when: GET /groups\n    then: {error: Authorization_RequestDenied}\n");
  EXPECT_EQ(served.post("/v1.0/$batch", batch(get("1", "/users"))).response.status, 200);
  const http::Answer failed =
      served.post("/v1.0/$batch", batch(get("1", "/users") + "," + get("g", "/groups")));
  EXPECT_EQ(failed.response.status, 422);
  const Json error = Served::json(failed)["error"];
  ASSERT_EQ(error["details"].size(), 1U);
  EXPECT_EQ(error["details"][0]["target"], "g");
  EXPECT_EQ(error["details"][0]["code"], "Authorization_RequestDenied");
}

TEST(BatchRun, OperationsAreJournalledUnderTheirBatch) {
  Served served("scenario: t\n");
  served.post("/v1.0/$batch", batch(get("a", "/users?$top=1") + "," + get("b", "/nowhere", "a")));
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 3U);
  EXPECT_EQ(journal[0].sequence, 1U);
  EXPECT_EQ(journal[0].path, "/$batch");
  EXPECT_EQ(journal[1].parent, 1U);
  EXPECT_EQ(journal[1].operation, "a");
  EXPECT_EQ(journal[1].url, "http://localhost:8080/v1.0/users?$top=1");
  EXPECT_EQ(journal[2].parent, 1U);
  EXPECT_EQ(journal[2].status, 400);
  EXPECT_EQ(journal[2].depends_on, std::vector<std::string>{"a"});
  EXPECT_TRUE(journal[2].sent);
}

TEST(BatchRun, Refusals) {
  Served served("scenario: t\n");
  const struct {
    std::string body;
    const char* message;
  } cases[] = {
      {"", "Invalid batch payload format."},
      {"[]", "Invalid batch payload format."},
      {batch(""), "Invalid batch payload format."},
      {batch(get("1", "/a") + "," + get("1", "/b")), "Request Id 1 has to be unique in a batch."}};
  for (const auto& c : cases) {
    const http::Answer answer = served.post("/v1.0/$batch", c.body);
    EXPECT_EQ(answer.response.status, 400) << c.body;
    EXPECT_EQ(Served::json(answer)["error"]["message"], c.message);
  }
  const http::Answer read = served.get("/v1.0/$batch");
  EXPECT_EQ(read.response.status, 405);
  EXPECT_EQ(Served::header(read, "Allow"), "POST");
}

TEST(BatchRun, AMisspeltDependsOnCountsAndIsPointedOut) {
  Served served("scenario: t\n");
  const std::string operations = get("1", "/nope") + "," + get("2", "/users", "1");
  EXPECT_EQ(Served::header(served.post("/v1.0/$batch", batch(operations)), "x-graphfault-hint"),
            "");
  std::string misspelt = operations;
  misspelt.replace(misspelt.find("dependsOn"), 9, "depends_on");
  const http::Answer answer = served.post("/v1.0/$batch", batch(misspelt));
  EXPECT_EQ(responses(answer)[1]["status"], 424);
  EXPECT_EQ(Served::header(answer, "x-graphfault-hint"),
            "depends_on was read as dependsOn, the name that Graph uses");
}

TEST(BatchRun, ABatchWithoutATokenRunsNothing) {
  Served served("scenario: t\n");
  const http::Answer answer =
      served.call("POST", "/v1.0/$batch", {{"Authorization", "none"}}, batch(get("1", "/users")));
  EXPECT_EQ(answer.response.status, 401);
  EXPECT_EQ(served.journal().size(), 1U);
}

}  // namespace
}  // namespace graphfault::engine
