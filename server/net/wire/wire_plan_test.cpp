// SPDX-License-Identifier: MIT
// Each plan happens on the wire, and the handler is told once how it went.
#include "http/wire_plan.hpp"

#include "base/gzip.hpp"
#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::net {
namespace {

using http::Ending;
using testing::get;
using testing::plain;
using testing::RawClient;
using testing::Running;
using testing::ScriptedHandler;
using testing::ticketed;
using End = RawClient::End;
using namespace std::chrono_literals;

/// Answers every request with ticket 1 under that plan; `/plain` without either.
ScriptedHandler::Script planned(http::WirePlan plan, std::string body = "0123456789") {
  return [plan = std::move(plan), body = std::move(body)](const http::Request& request) {
    if (request.target == "/plain") {
      return testing::plain("plain");
    }
    http::Answer answer = ticketed(1, body);
    answer.plan = plan;
    return answer;
  };
}

const std::string kWhole = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";

TEST(WirePlan, CompleteIsReportedWithItsBytes) {
  Running running(planned({}));
  const Instant before = running.clock.now();
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_answer(), kWhole);
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_EQ(delivery.bytes, kWhole.size());
  EXPECT_FALSE(delivery.aborted);
  EXPECT_GE(delivery.sent, before);
  EXPECT_LE(delivery.sent, running.clock.now());
  EXPECT_TRUE(running.handler.leavings().empty());  // nothing delayed it
}

TEST(WirePlan, AnswersWithoutATicketAreNotReported) {
  Running running([](const http::Request&) {
    http::Answer answer = plain("x");
    answer.plan.delay = 1ms;
    return answer;
  });
  RawClient client(running.port());
  client.send(get("/"));
  client.read_answer();
  running.server->stop();
  EXPECT_EQ(running.handler.times_sent(0), 0U);
  EXPECT_TRUE(running.handler.leavings().empty());
}

TEST(WirePlan, DelayWaitsAndTellsWhenItIsOver) {
  Running running(planned({.delay = 100ms}));
  RawClient client(running.port());
  const auto begun = std::chrono::steady_clock::now();
  client.send(get("/"));
  EXPECT_EQ(client.read_answer(), kWhole);
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 100ms);
  EXPECT_FALSE(running.handler.delivery(1).aborted);
  EXPECT_EQ(running.handler.leavings(), std::vector<std::uint64_t>{1});
  client.send(get("/plain"));
  EXPECT_TRUE(client.read_answer().ends_with("plain"));
}

TEST(WirePlan, AClientThatLeavesEndsTheDelay) {
  for (const bool reset : {false, true}) {
    Running running(planned({.delay = 1h}));
    RawClient client(running.port());
    client.send(get("/"));
    running.handler.requests(1);
    if (reset) {
      client.reset();
    } else {
      client.close();
    }
    const http::Delivery delivery = running.handler.delivery(1);
    EXPECT_TRUE(delivery.aborted);
    EXPECT_EQ(delivery.bytes, 0U);
    EXPECT_TRUE(running.handler.leavings().empty());
  }
}

TEST(WirePlan, AClientThatEndsItsSideDuringADelayHasLeft) {
  Running running(planned({.delay = 1h}));
  RawClient client(running.port());
  client.send(get("/"));
  running.handler.requests(1);
  client.end_sending();
  EXPECT_TRUE(running.handler.delivery(1).aborted);
}

TEST(WirePlan, AClientThatLeavesWithRequestsAheadIsNoticedByItsReset) {
  Running running(planned({.delay = 1h}));
  RawClient client(running.port());
  client.send(get("/") + get("/plain"));
  client.end_sending();
  running.handler.requests(1);
  client.reset();
  EXPECT_TRUE(running.handler.delivery(1).aborted);
}

TEST(WirePlan, AResetIsNoticedThoughNoMoreIsRead) {
  Running running(planned({.delay = 1h}));
  RawClient client(running.port());
  client.send(get("/") + std::string(40'000, 'x'));  // more than is read ahead
  running.handler.requests(1);
  client.reset();
  EXPECT_TRUE(running.handler.delivery(1).aborted);
}

TEST(WirePlan, CloseBeforeSendsNothing) {
  Running running(planned({.ending = Ending::close_before}));
  RawClient client(running.port());
  client.send(get("/") + get("/plain"));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(client.end(), End::ended);
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_FALSE(delivery.aborted);
  EXPECT_EQ(delivery.bytes, 0U);
}

TEST(WirePlan, ResetBeforeSendsAReset) {
  Running running(planned({.ending = Ending::reset_before}));
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(client.end(), End::reset);
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_FALSE(delivery.aborted);
  EXPECT_EQ(delivery.bytes, 0U);
}

TEST(WirePlan, EndingsWaitForTheirDelayToo) {
  for (const Ending ending : {Ending::close_before, Ending::reset_before, Ending::truncate}) {
    Running running(planned({.delay = 60ms, .ending = ending}));
    RawClient client(running.port());
    const auto begun = std::chrono::steady_clock::now();
    client.send(get("/"));
    client.read_to_end();
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 60ms);
    EXPECT_FALSE(running.handler.delivery(1).aborted);
    EXPECT_EQ(running.handler.leavings().size(), 1U);
  }
}

TEST(WirePlan, TruncateCutsTheBodyUnderItsFullLength) {
  for (const std::uint64_t cut : {0U, 4U, 9U}) {
    Running running(planned({.ending = Ending::truncate, .cut_after = cut}));
    RawClient client(running.port());
    client.send(get("/"));
    EXPECT_EQ(client.read_to_end(), kWhole.substr(0, kWhole.size() - 10 + cut));
    EXPECT_EQ(client.end(), End::ended);
    const http::Delivery delivery = running.handler.delivery(1);
    EXPECT_FALSE(delivery.aborted);
    EXPECT_EQ(delivery.bytes, kWhole.size() - 10 + cut);
  }
}

TEST(WirePlan, StallSendsNothingUntilTheClientLeaves) {
  Running running(planned({.ending = Ending::stall}));
  RawClient client(running.port());
  client.send(get("/"));
  running.handler.requests(1);
  RawClient other(running.port());
  other.send(get("/plain"));
  EXPECT_TRUE(other.read_answer().ends_with("plain"));
  EXPECT_TRUE(client.is_silent());
  client.close();
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_TRUE(delivery.aborted);
  EXPECT_EQ(delivery.bytes, 0U);
}

TEST(WirePlan, DripKeepsItsRate) {
  Running running(planned({.drip = 100}, std::string(30, 'd')));
  RawClient client(running.port());
  const auto begun = std::chrono::steady_clock::now();
  client.send(get("/"));
  EXPECT_EQ(client.read_head(), "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n");
  EXPECT_EQ(client.read_bytes(1), "d");  // the first drop is there long before the last
  EXPECT_FALSE(running.handler.times_sent(1) != 0);
  EXPECT_EQ(client.read_bytes(29), std::string(29, 'd'));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 200ms);  // drops at 0, 100 and 200 ms
  EXPECT_FALSE(running.handler.delivery(1).aborted);
  client.send(get("/plain"));
  EXPECT_TRUE(client.read_answer().ends_with("plain"));
}

TEST(WirePlan, AFastOrEmptyDripIsAnAnswerLikeAnyOther) {
  for (const std::string& body : {std::string(), std::string(100'000, 'd')}) {
    Running running(planned({.drip = 1U << 30U}, body));
    RawClient client(running.port());
    client.send(get("/") + get("/plain"));
    EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n" + body));
    EXPECT_TRUE(client.read_answer().ends_with("plain"));
  }
}

TEST(WirePlan, AClientThatLeavesEndsTheDrip) {
  Running running(planned({.drip = 1}, std::string(1000, 'd')));
  RawClient client(running.port());
  client.send(get("/"));
  client.read_head();
  client.close();
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_TRUE(delivery.aborted);
  EXPECT_LT(delivery.bytes, 100U);
}

TEST(WirePlan, ADripMayEndInACut) {
  Running running(planned({.ending = Ending::truncate, .cut_after = 5, .drip = 100}));
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_to_end(), kWhole.substr(0, kWhole.size() - 5));
  EXPECT_FALSE(running.handler.delivery(1).aborted);
}

TEST(WirePlan, StatusLineAndCloseAreCarriedOut) {
  Running running(planned({.status_line = "HTTP/1.1 000 ?", .close = true}));
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_to_end(),
            "HTTP/1.1 000 ?\r\nContent-Length: 10\r\nConnection: close\r\n\r\n0123456789");
  EXPECT_EQ(client.end(), End::ended);
}

TEST(WirePlan, GzipAndRangeReachTheWire) {
  Running running(planned({.compressible = true, .ranged = true}, std::string(1000, 'r')));
  RawClient client(running.port());
  client.send(get("/", "Accept-Encoding: gzip\r\n"));
  EXPECT_NE(client.read_head().find("Content-Encoding: gzip\r\n"), std::string::npos);
  RawClient other(running.port());
  other.send(get("/", "Range: bytes=990-\r\nAccept-Encoding: gzip\r\n"));
  EXPECT_EQ(other.read_answer(),
            "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 990-999/1000\r\n"
            "Content-Length: 10\r\n\r\nrrrrrrrrrr");
}

TEST(WirePlan, AWriteThatFailsIsAnAbort) {
  Running running(planned({}, std::string(30U << 20U, 'L')));
  RawClient client(running.port());
  client.shrink_window();
  client.send(get("/"));
  client.read_bytes(1000);
  client.reset();
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_TRUE(delivery.aborted);
  EXPECT_GT(delivery.bytes, 0U);
}

}  // namespace
}  // namespace graphfault::net
