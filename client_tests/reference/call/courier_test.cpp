// SPDX-License-Identifier: MIT
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::Bench;
using testing::error_reply;
using testing::json_reply;

const Reply kGoodReply = json_reply(200, "{}");

TEST(Courier, WaitsAsLongAsItIsAsked) {
  struct Row {
    int status = 0;
    std::string retry_after{};
    Milliseconds wait{};
  };
  const std::vector<Row> rows{
      {429, "2", Milliseconds(2000)},
      {503, "10", Milliseconds(10'000)},
      {504, "1", Milliseconds(1000)},
      {509, "60", Milliseconds(60'000)},
      {429, "2.128", Milliseconds(2128)},
      {429, "Thu, 15 Jan 2026 00:00:07 GMT", Milliseconds(7000)},
      {429, "0", Milliseconds(750)},
      {429, "31,120", Milliseconds(750)},
      {429, "soon", Milliseconds(750)},
  };
  for (const Row& row : rows) {
    Bench bench;
    bench.service.then(error_reply(row.status, "c", {{"Retry-After", row.retry_after}}))
        .then(kGoodReply);
    EXPECT_TRUE(bench.get("/users")) << row.status << row.retry_after;
    EXPECT_EQ(bench.clock.slept, row.wait) << row.status << row.retry_after;
    EXPECT_EQ(bench.service.requests.size(), 2U);
  }
}

TEST(Courier, BacksOffWhereNoWaitIsNamed) {
  Bench bench;
  for (const int status : {429, 503, 504, 509}) {
    bench.service.then(error_reply(status, "c"));
  }
  bench.service.then(kGoodReply);
  EXPECT_TRUE(bench.get("/users"));
  EXPECT_EQ(bench.clock.slept, Milliseconds(750 + 1500 + 3000 + 6000));
}

TEST(Courier, DoesNotRepeatWhatCannotSucceed) {
  for (const int status : {400, 402, 403, 404, 405, 406, 409, 410, 411, 412,
                           413, 415, 416, 422, 423, 424, 500, 501, 502, 507}) {
    Bench bench;
    bench.service.then(error_reply(status, "c", {{"Retry-After", "1"}})).then(kGoodReply);
    const auto reply = bench.get("/users");
    ASSERT_FALSE(reply) << status;
    EXPECT_EQ(reply.error().kind, FailureKind::refused) << status;
    EXPECT_EQ(reply.error().error.status, status);
    EXPECT_EQ(bench.service.requests.size(), 1U) << status;
    EXPECT_EQ(bench.clock.slept, Milliseconds(0)) << status;
  }
}

TEST(Courier, RepeatsAConcurrencyViolationAfterADelay) {
  Bench bench;
  bench.service.then(error_reply(409, "Directory_ConcurrencyViolation")).then(kGoodReply);
  EXPECT_TRUE(bench.post("/users"));
  EXPECT_EQ(bench.clock.slept, Milliseconds(750));
}

TEST(Courier, RepeatsABrokenConnectionOnlyWhereThatIsHarmless) {
  Bench read;
  read.service.then_break().then(kGoodReply);
  EXPECT_TRUE(read.get("/users"));
  EXPECT_EQ(read.clock.slept, Milliseconds(750));

  Bench write;
  write.service.then_break().then(kGoodReply);
  const auto reply = write.post("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::broken);
  EXPECT_EQ(write.service.requests.size(), 1U);

  Bench never_sent;
  never_sent.service.then_break(false).then(kGoodReply);
  EXPECT_TRUE(never_sent.post("/users")) << "nobody listened, so nothing can have happened";
}

TEST(Courier, DoesNotRepeatWhereACertificateIsNotTrusted) {
  Bench bench;
  bench.service.then_distrust().then(kGoodReply);
  const auto reply = bench.get("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::broken);
  EXPECT_EQ(bench.service.requests.size(), 1U);
}

TEST(Courier, DoesNotRepeatAWriteThatAGatewayLost) {
  Bench bench;
  bench.service.then(error_reply(504, "UnknownError")).then(kGoodReply);
  const auto reply = bench.post("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(bench.service.requests.size(), 1U);

  Bench throttled;
  throttled.service.then(error_reply(429, "c")).then(kGoodReply);
  EXPECT_TRUE(throttled.post("/users")) << "a throttled write was not carried out";
}

TEST(Courier, TakesAnUnreadableAnswerForABrokenOne) {
  for (const Reply& broken : std::vector<Reply>{
           json_reply(200, "{\"value\":[{\"id\""),
           json_reply(200, ""),
           {.status = 200, .headers = {{"Content-Type", "text/html"}}, .body = "<html>"},
           {.status = 0}}) {
    Bench bench;
    bench.service.then(broken).then(kGoodReply);
    EXPECT_TRUE(bench.get("/users")) << broken.body;
    EXPECT_EQ(bench.service.requests.size(), 2U) << broken.body;
  }
  Bench write;
  write.service.then(json_reply(201, "{\"id\"")).then(kGoodReply);
  const auto reply = write.post("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::broken);
}

TEST(Courier, TakesAnswersWithoutABodyWhereThatIsRight) {
  Bench bench;
  bench.service.then({.status = 204}).then({.status = 202}).then({.status = 201, .body = "{}"});
  EXPECT_TRUE(bench.post("/a"));
  EXPECT_TRUE(bench.post("/b"));
  EXPECT_TRUE(bench.post("/c"));
}

TEST(Courier, StopsAtTheCapOnAttempts) {
  Bench bench(Patience{.max_attempts = 3});
  for (int i = 0; i < 5; ++i) {
    bench.service.then(error_reply(429, "TooManyRequests", {{"Retry-After", "1"}}));
  }
  const auto reply = bench.get("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::exhausted);
  EXPECT_EQ(reply.error().attempts, 3);
  EXPECT_EQ(bench.service.requests.size(), 3U);
  EXPECT_EQ(bench.clock.slept, Milliseconds(2000)) << "no wait after the last attempt";
}

TEST(Courier, StopsWhereTheWaitIsLongerThanTheTimeAllowed) {
  Bench bench(Patience{.max_time = Milliseconds(60'000)});
  bench.service.then(error_reply(429, "c", {{"Retry-After", "30"}}))
      .then(error_reply(429, "c", {{"Retry-After", "315"}}))
      .then(kGoodReply);
  const auto reply = bench.get("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::exhausted);
  EXPECT_NE(reply.error().reason.find("5 min 15 s"), std::string::npos) << reply.error().reason;
  EXPECT_EQ(bench.clock.slept, Milliseconds(30'000)) << "it does not sleep in vain";
}

TEST(Courier, BelievesNoAbsurdWait) {
  Bench bench;
  bench.service.then(error_reply(429, "c", {{"Retry-After", std::string(50, '9')}}));
  const auto reply = bench.get("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::exhausted);
  EXPECT_EQ(bench.clock.slept, Milliseconds(0));
}

TEST(Courier, NamesEveryRequestAnew) {
  Bench bench;
  bench.service.then(error_reply(429, "c")).then(error_reply(503, "c")).then(kGoodReply);
  EXPECT_TRUE(bench.get("/users"));
  std::set<std::string> ids;
  for (const Request& request : bench.service.requests) {
    ids.insert(header_or_empty(request.headers, "client-request-id"));
  }
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(find_header(bench.service.requests[0].headers, "Retry-Attempt"), nullptr);
  EXPECT_EQ(header_or_empty(bench.service.requests[2].headers, "Retry-Attempt"), "2");
}

TEST(Courier, TellsTheObserverWhatIsLeftOfAWait) {
  Bench bench;
  bench.service.then(error_reply(429, "c", {{"Retry-After", "2.5"}})).then(kGoodReply);
  EXPECT_TRUE(bench.get("/users"));
  EXPECT_EQ(bench.observer.waits,
            (std::vector<Milliseconds>{Milliseconds(2500), Milliseconds(1500), Milliseconds(500)}));
  EXPECT_EQ(bench.observer.reasons.front(), "throttled");
}

}  // namespace
}  // namespace graphclient
