// SPDX-License-Identifier: MIT
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;
using testing::Served;

constexpr const char* kThrottlesTwice =
    "scenario: t\nrules:\n  - when: GET /users\n    then: {error: 429, retry_after: 2s, times: "
    "2}\n";

struct Seen {
  int status = 0;
  std::string rule{};
  std::string retry_after{};

  bool operator==(const Seen&) const = default;
};
void PrintTo(const Seen& seen, std::ostream* out) {
  *out << seen.status << " " << seen.rule << " Retry-After: " << seen.retry_after;
}

Seen seen(const http::Answer& answer) {
  return {answer.response.status, Served::rule(answer), Served::header(answer, "Retry-After")};
}

TEST(RetryWindow, Borders) {
  const struct {
    Duration later;
    Seen expected;
  } cases[] = {{0s, {429, "t/1 step 1 repeated", "2"}},
               {1ns, {429, "t/1 step 1 repeated", "2"}},
               {1s, {429, "t/1 step 1 repeated", "1"}},
               {2s - 1ns, {429, "t/1 step 1 repeated", "1"}},
               {2s, {429, "t/1 step 1", "2"}}};
  for (const auto& c : cases) {
    Served served(kThrottlesTwice);
    EXPECT_EQ(seen(served.get("/v1.0/users")), (Seen{429, "t/1 step 1", "2"}));
    served.now += c.later;
    EXPECT_EQ(seen(served.get("/v1.0/users")), c.expected) << c.later.count();
  }
}

TEST(RetryWindow, PlaysNoStep) {
  Served served(kThrottlesTwice);
  served.get("/v1.0/users");
  for (int i = 0; i < 5; ++i) {
    served.get("/v1.0/users");
  }
  EXPECT_EQ(served.tenant()->rule_plays()[1], 1U);
  served.now += 2s;
  EXPECT_EQ(seen(served.get("/v1.0/users")).rule, "t/1 step 1");
  served.now += 2s;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
}

TEST(RetryWindow, IsForTheSameCallerMethodAndUrl) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: {path: /users}\n    then: {error: 429, retry_after: 9s, times: 1}\n");
  served.get("/v1.0/users?$top=5");
  graph::Token renewed = served.token();
  renewed.id = "renewed";
  graph::Token other = served.token();
  other.app = "another-app";
  const struct {
    const char* method;
    const char* target;
    graph::Token token;
    bool repeated;
  } cases[] = {{"GET", "/v1.0/users?$top=5", served.token(), true},
               {"GET", "/@t/v1.0/users?$top=5", served.token(), true},
               {"GET", "/v1.0/users?$top=5", renewed, true},
               {"GET", "/v1.0/users?$top=5", other, false},
               {"GET", "/v1.0/users?$top=6", served.token(), false},
               {"GET", "/v1.0/users", served.token(), false},
               {"GET", "/beta/users?$top=5", served.token(), false},
               {"POST", "/v1.0/users?$top=5", served.token(), false}};
  for (const auto& c : cases) {
    const http::Answer answer =
        served.call(c.method, c.target, {{"Authorization", Served::bearer(c.token)}});
    EXPECT_EQ(answer.response.status == 429, c.repeated) << c.method << " " << c.target;
  }
}

TEST(RetryWindow, Forms) {
  const struct {
    const char* retry_after;
    const char* header;
    Duration opens;  // zero: none
  } cases[] = {{"2s", "2", 2s},
               {"0s", "0", 0s},
               {"0", "0", 0s},
               {"2.128s", "2.128", 2128ms},
               {"{date: 30s}", "Wed, 11 Feb 2026 09:13:03 GMT", 30s},
               {"{raw: \"31,120\"}", "31,120", 0s},
               {"{raw: soon}", "soon", 0s},
               {"{raw: \"5\"}", "5", 5s}};
  for (const auto& c : cases) {
    Served served(
        "scenario: t\nrules:\n  - when: GET /users\n    then: {error: 503, retry_after: " +
        std::string(c.retry_after) + ", times: 1}\n");
    EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Retry-After"), c.header);
    EXPECT_EQ(served.get("/v1.0/users").response.status == 503, c.opens > 0s) << c.header;
    served.now += c.opens;
    EXPECT_EQ(served.get("/v1.0/users").response.status, 200) << c.header;
  }
}

TEST(RetryWindow, ADateThatIsRoundedUpEndsWithIt) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 503, retry_after: {date: 30s}, times: 1}\n");
  served.now += 400ms;
  EXPECT_EQ(Served::header(served.get("/v1.0/users"), "Retry-After"),
            "Wed, 11 Feb 2026 09:13:04 GMT");
  served.now += 30s + 600ms - 1ns;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 503);
  served.now += 1ns;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
}

TEST(RetryWindow, EarlyAllowTurnsItOff) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 9s, early: allow, times: 2}\n");
  EXPECT_EQ(seen(served.get("/v1.0/users")).rule, "t/1 step 1");
  EXPECT_EQ(seen(served.get("/v1.0/users")).rule, "t/1 step 1");
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
}

TEST(RetryWindow, BeginsWhenADelayedAnswerLeaves) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 2s, delay: 5s, times: 1}\n");
  const http::Answer slow = served.get("/v1.0/users");
  EXPECT_EQ(slow.plan.delay, 5s);
  served.now += 1s;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);  // already under way: not early
  served.now += 4s;
  served.engine.leaving(slow.ticket, served.now);
  EXPECT_EQ(seen(served.get("/v1.0/users")), (Seen{429, "t/1 step 1 repeated", "2"}));
  served.now += 2s;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
  EXPECT_EQ(served.journal().front().left, served.now - 2s);
}

TEST(RetryWindow, ARequestBegunBeforeTheAnswerLeftIsNotEarly) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 2s, delay: 5s, times: 1}\n");
  const http::Answer slow = served.get("/v1.0/users");
  served.engine.leaving(slow.ticket, served.now + 5s);
  served.now += 5s - 1ns;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
}

TEST(RetryWindow, NeverOpensWhereTheClientLeftDuringTheDelay) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {error: 429, retry_after: 9s, delay: 5s, times: 1}\n");
  const http::Answer slow = served.get("/v1.0/users");
  served.engine.sent(slow.ticket, {.sent = served.now + 1s, .aborted = true});
  served.now += 6s;
  EXPECT_EQ(served.get("/v1.0/users").response.status, 200);
}

TEST(RetryWindow, NeverOpensWhereNoHeadWasSent) {
  for (const char* fault : {"reset", "close", "stall"}) {
    Served served(
        "scenario: t\nrules:\n  - when: GET /users\n    then: {error: 429, retry_after: 9s, "
        "fault: " +
        std::string(fault) + ", times: 1}\n");
    served.get("/v1.0/users");
    EXPECT_EQ(served.get("/v1.0/users").response.status, 200) << fault;
  }
}

TEST(RetryWindow, IsOnTheTenantsClock) {
  Served served(kThrottlesTwice);
  served.get("/v1.0/users");
  served.tenant()->advance(2s);
  EXPECT_EQ(seen(served.get("/v1.0/users")).rule, "t/1 step 1");
}

TEST(RetryWindow, StandsStillWithAFrozenClock) {
  const Instant frozen = Instant(1'770'000'000s);
  Served served(kThrottlesTwice, {.tenant = {.frozen_at = frozen}});
  graph::Token token = served.token();
  token.issued = frozen;
  token.expires = frozen + 1h;
  const http::Headers headers = {{"Authorization", Served::bearer(token)}};
  served.get("/v1.0/users", headers);
  served.now += 1h;
  EXPECT_EQ(seen(served.get("/v1.0/users", headers)), (Seen{429, "t/1 step 1 repeated", "2"}));
  served.tenant()->advance(2s);
  EXPECT_EQ(seen(served.get("/v1.0/users", headers)).rule, "t/1 step 1");
}

TEST(RetryWindow, RepeatsWithoutTheStepsFaultDelayAndEffect) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n"
      "    then: {error: 429, retry_after: 9s, fault: {truncate: 50%}, delay: 1s, "
      "effect: {advance: 1s}, times: 1}\n");
  const http::Answer first = served.get("/v1.0/users");
  served.engine.leaving(first.ticket, served.now);
  const http::Answer again = served.get("/v1.0/users");
  EXPECT_EQ(again.response.status, 429);
  EXPECT_EQ(again.plan, (http::WirePlan{.compressible = true}));
  EXPECT_EQ(Served::header(again, "Retry-After"), "8");
  EXPECT_EQ(served.tenant()->clock(served.now), served.now + 1s);
}

TEST(RetryWindow, AnAuthoredReplyIsRepeatedToo) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: GET /users\n    then: {reply: {status: 503, text: wait}, retry_after: 9s, times: "
      "1}\n");
  served.get("/v1.0/users");
  served.now += 3s;
  const http::Answer again = served.get("/v1.0/users");
  EXPECT_EQ(again.response.status, 503);
  EXPECT_EQ(again.response.body, "wait");
  EXPECT_EQ(again.response.headers.all("Retry-After").size(), 1U);
  EXPECT_EQ(Served::header(again, "Retry-After"), "6");
}

TEST(RetryWindow, IsJournalled) {
  Served served(kThrottlesTwice);
  served.get("/v1.0/users");
  served.now += 500ms;
  served.get("/v1.0/users");
  const auto journal = served.journal();
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_EQ(journal[0].retry_after, 2s);
  EXPECT_FALSE(journal[0].played.repeated);
  EXPECT_EQ(journal[1].retry_after, 1500ms);
  EXPECT_TRUE(journal[1].played.repeated);
}

}  // namespace
}  // namespace graphfault::engine
