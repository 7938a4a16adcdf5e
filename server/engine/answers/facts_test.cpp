// SPDX-License-Identifier: MIT
// What an exchange says as values: surface, version, place, token, and why nothing answered.
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using graph::Surface;
using graph::TokenState;
using testing::Served;
using Part = scenario::Mismatch::Part;

constexpr const char* kForm =
    "grant_type=client_credentials&client_id=a&client_secret=s&scope="
    "https%3A%2F%2Fgraph.microsoft.com%2F.default";

http::Answer sign_in(Served& served, const std::string& form) {
  return served.call(
      "POST", "/t/oauth2/v2.0/token",
      {{"Authorization", "none"}, {"Content-Type", "application/x-www-form-urlencoded"}}, form);
}

TEST(Facts, SurfaceAndVersion) {
  Served served("scenario: t\n");
  const struct {
    const char* target;
    Surface surface;
    const char* version;
  } cases[] = {
      {"/v1.0/users?$top=1", Surface::graph, "v1.0"},
      {"/BETA/users?$top=1", Surface::graph, "beta"},
      {"/users", Surface::graph, ""},
      {"/v1.0/oauth2/v2.0/token", Surface::graph, "v1.0"},
      {"/t/oauth2/v2.0/token", Surface::sign_in, ""},
      {"/t/UserRealm/a@b.c", Surface::sign_in, ""},
      {"/t/.well-known/openid-configuration", Surface::sign_in, ""},
  };
  for (const auto& c : cases) {
    served.get(c.target);
    const journal::Exchange exchange = served.journal().back();
    EXPECT_EQ(exchange.surface, c.surface) << c.target;
    EXPECT_EQ(exchange.version, c.version) << c.target;
    EXPECT_EQ(exchange.position, 0) << c.target;
  }
}

TEST(Facts, OperationsHaveTheirVersionAndPosition) {
  Served served("scenario: t\n");
  served.post("/v1.0/$batch", R"({"requests":[{"id":"b","method":"GET","url":"/users?$top=1"},)"
                              R"({"id":"a","method":"GET","url":"/beta/users?$top=1"}]})");
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 3U);
  EXPECT_EQ(journal[0].position, 0);
  EXPECT_EQ(journal[1].position, 1);
  EXPECT_EQ(journal[1].version, "v1.0");
  EXPECT_EQ(journal[2].position, 2);
  EXPECT_EQ(journal[2].version, "beta");
}

TEST(Facts, AnIssuedTokenIsTheOneOfTheCallsThatBringIt) {
  Served served("scenario: t\n");
  const http::Answer answer = sign_in(served, kForm);
  const std::string token = Served::json(answer)["access_token"].get<std::string>();
  served.get("/v1.0/users?$top=1", {{"Authorization", "Bearer " + token}});
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_FALSE(journal[0].issued_token.empty());
  EXPECT_EQ(journal[0].issued_token, journal[1].caller.token_id);
  EXPECT_EQ(journal[0].code, "");
  EXPECT_EQ(journal[1].issued_token, "");
}

TEST(Facts, TheCodeOfAnError) {
  const std::string yaml =
      "scenario: t\nrules:\n"
      "  - {when: GET /coded, then: {reply: {status: 409, body: {error: {code: Own}}}}}\n"
      "  - {when: GET /texted, then: {reply: {status: 400, body: {error: own_error}}}}\n"
      "  - {when: GET /fine, then: {reply: {status: 200, body: {error: {code: Own}}}}}\n"
      "  - {when: GET /none, then: {reply: {status: 400, text: 'error'}}}\n"
      "  - when: GET /filled/*\n"
      "    then:\n"
      "      reply: {status: 400, placeholders: true, text: "
      "'{\"error\":{\"code\":\"no-${path.2}\",\"n\":${path.2}}}'}\n"
      "  - {when: POST /oauth2/v2.0/token, then: {error: AADSTS7000215, times: 1}}\n";
  Served served(yaml);
  const struct {
    const char* target;
    const char* code;
  } cases[] = {{"/v1.0/coded", "Own"},
               {"/v1.0/texted", "own_error"},
               {"/v1.0/fine", ""},
               {"/v1.0/none", ""},
               {"/v1.0/filled/7", "no-7"},
               {"/v1.0/users?$top=0", "Request_BadRequest"},
               {"/v1.0/users?$top=1", ""},
               {"/v1.0/users/x@y", "Request_ResourceNotFound"},
               {"/t/oauth2/v2.0/token", "invalid_request"}};
  for (const auto& c : cases) {
    served.get(c.target);
    EXPECT_EQ(served.journal().back().code, c.code) << c.target;
  }
  sign_in(served, kForm);
  EXPECT_EQ(served.journal().back().code, "invalid_client") << "by rule";
  EXPECT_EQ(served.journal().back().issued_token, "");
  sign_in(served, "grant_type=nonsense");
  EXPECT_EQ(served.journal().back().code, "unsupported_grant_type");
}

TEST(Facts, TheStateOfTheToken) {
  Served served("scenario: t\n");
  served.get("/v1.0/users?$top=1");
  EXPECT_EQ(served.journal().back().caller.state, TokenState::valid);
  served.get("/v1.0/users?$top=1", {{"Authorization", "none"}});
  EXPECT_EQ(served.journal().back().caller.state, TokenState::missing);
  sign_in(served, kForm);
  EXPECT_EQ(served.journal().back().caller.state, std::nullopt) << "sign-in asks for none";
}

TEST(Facts, WhyNoRuleAnswered) {
  Served served(
      "scenario: t\nrules:\n"
      "  - {when: GET /spent, then: {error: 503, times: 1}}\n"
      "  - {when: PATCH /patched, then: {error: 503}}\n"
      "  - {when: {path: /asked, headers: {X-A: '1', X-B: '2'}}, then: {error: 503}}\n");
  served.get("/v1.0/spent");
  const struct {
    const char* target;
    int rule;
    scenario::Mismatch why;
    const char* hint;
  } cases[] = {
      {"/v1.0/spent",
       1,
       {.part = Part::played_out},
       "rule 1 matches, but all its steps have been played"},
      {"/v1.0/patched", 2, {.part = Part::method}, "the nearest rule is 2: its method is PATCH"},
      {"/v1.0/asked",
       3,
       {.part = Part::header, .index = 1},
       "the nearest rule is 3: it asks that header X-B"}};
  for (const auto& c : cases) {
    const http::Answer answer = served.get(c.target, {{"X-A", "1"}});
    const journal::NearMiss nearest = served.journal().back().nearest;
    EXPECT_EQ(nearest.rule, c.rule) << c.target;
    EXPECT_EQ(nearest.why, c.why) << c.target;
    EXPECT_EQ(Served::hint(answer).substr(0, std::string(c.hint).size()), c.hint);
  }
}

TEST(Facts, WhatNobodyKnowsIsUnmatchedWithAndWithoutMarks) {
  for (const bool marks : {true, false}) {
    Served served(
        "scenario: t\nrules:\n"
        "  - {when: GET /ruled, then: {error: segment-not-found}}\n"
        "  - {when: GET /emulated, then: {emulate: true}}\n",
        {.tenant = {.marks = marks}});
    const struct {
      const char* target;
      bool unmatched;
    } cases[] = {{"/v1.0/nothing/like/it", true},
                 {"/v1.0/users/u1/nothing/like/it", true},
                 {"/users", true},
                 {"/", true},
                 {"/t/oauth2/v2.0/authorize", true},
                 {"/v1.0/users", false},
                 {"/v1.0/users/nobody@nowhere", false},
                 {"/v1.0/users?$top=0", false},
                 {"/v1.0/ruled", false},
                 {"/v1.0/emulated", false},
                 {"/t/oauth2/v2.0/token", false}};
    for (const auto& c : cases) {
      EXPECT_EQ(served.get(c.target).is_unmatched, c.unmatched) << c.target << " " << marks;
    }
  }
}

}  // namespace
}  // namespace graphfault::engine
