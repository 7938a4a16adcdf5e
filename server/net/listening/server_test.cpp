// SPDX-License-Identifier: MIT
// Starting and stopping.
#include "net/listening/server.hpp"

#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

namespace graphfault::net {
namespace {

using testing::get;
using testing::RawClient;
using testing::Running;
using testing::ScriptedHandler;
using testing::ticketed;
using End = RawClient::End;
using namespace std::chrono_literals;

struct Started {
  SystemClock clock{};
  ScriptedHandler handler{};
  tl::expected<std::unique_ptr<Server>, Server::StartProblem> server;

  explicit Started(std::vector<std::string> hosts, std::uint16_t port = 0)
      : server(Server::start({.hosts = std::move(hosts), .port = port}, handler, clock)) {}
};

bool has_loopback_six() { return Started({"::1"}).server.has_value(); }

TEST(ServerStart, TakesAFreePortThatIsTheSameOnEveryAddress) {
  const Started started({"127.0.0.1", "::1", "127.0.0.2"});
  ASSERT_TRUE(started.server);
  const std::uint16_t port = (*started.server)->port();
  EXPECT_NE(port, 0);
  std::vector<std::string> hosts{"127.0.0.1", "127.0.0.2"};
  if (has_loopback_six()) {
    hosts.emplace_back("::1");
  }
  for (const std::string& host : hosts) {
    RawClient client(port, host);
    client.send(get("/"));
    EXPECT_TRUE(client.read_answer().ends_with("GET /")) << host;
  }
}

TEST(ServerStart, LocalhostIsBothLoopbackAddresses) {
  const Started started({"localhost"});
  ASSERT_TRUE(started.server);
  RawClient client((*started.server)->port());
  client.send(get("/"));
  EXPECT_TRUE(client.read_answer().ends_with("GET /"));
}

TEST(ServerStart, WritesAPeerOfTheSixthVersionInBrackets) {
  if (!has_loopback_six()) {
    GTEST_SKIP() << "no IPv6 here";
  }
  Started started({"::1"});
  RawClient client((*started.server)->port(), "::1");
  client.send(get("/"));
  client.read_answer();
  EXPECT_TRUE(started.handler.requests(1).front().peer.starts_with("[::1]:"));
}

TEST(ServerStart, NeverSharesAPort) {
  const Started first({"127.0.0.1"});
  ASSERT_TRUE(first.server);
  const std::uint16_t port = (*first.server)->port();
  const Started second({"127.0.0.1"}, port);
  ASSERT_FALSE(second.server);
  EXPECT_EQ(second.server.error().fault, Server::StartFault::port_taken);
  const std::string text = std::to_string(port);
  EXPECT_EQ(second.server.error().problem.message,
            "port " + text + " is taken: 127.0.0.1:" + text + " is in use");
  EXPECT_FALSE(second.server.error().problem.hint.empty());
  // Taken on one of several is taken.
  const Started third({"127.0.0.2", "127.0.0.1"}, port);
  ASSERT_FALSE(third.server);
  EXPECT_EQ(third.server.error().fault, Server::StartFault::port_taken);
}

TEST(ServerStart, RefusesWhatIsNoAddress) {
  for (const char* host : {"", "example.com", "300.1.1.1", "127.0.0.1:80", "[::1]", "fe80::zz"}) {
    const Started started({host});
    ASSERT_FALSE(started.server) << host;
    EXPECT_EQ(started.server.error().fault, Server::StartFault::other);
    EXPECT_EQ(started.server.error().problem.message,
              std::string("'") + host + "' is not an IP address");
  }
  EXPECT_FALSE(Started({}).server);
  const Started foreign({"192.0.2.1"});  // TEST-NET-1: nobody's
  ASSERT_FALSE(foreign.server);
  EXPECT_EQ(foreign.server.error().fault, Server::StartFault::other);
}

TEST(ServerStart, ThePortIsFreeAgainAfterStop) {
  std::uint16_t port = 0;
  for (int i = 0; i < 5; ++i) {
    const Started started({"127.0.0.1"}, port);
    ASSERT_TRUE(started.server) << started.server.error().problem.message;
    port = (*started.server)->port();
    RawClient client(port);
    client.send(get("/"));
    client.read_answer();
  }
}

TEST(ServerStop, ClosesIdleConnectionsAtOnce) {
  Running running;
  RawClient idle(running.port());
  RawClient used(running.port());
  used.send(get("/"));
  used.read_answer();
  const auto begun = std::chrono::steady_clock::now();
  running.server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 4'000ms);
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_EQ(used.read_to_end(), "");
  EXPECT_EQ(running.server->counts().open, 0U);
  running.server->stop();  // twice does no harm
}

TEST(ServerStop, LetsAnswersUnderWayLeave) {
  Running running([](const http::Request&) {
    http::Answer answer = ticketed(1, "in time");
    answer.plan.delay = 150ms;
    return answer;
  });
  RawClient client(running.port());
  client.send(get("/"));
  running.handler.requests(1);
  std::thread stopper([&] { running.server->stop(); });
  EXPECT_TRUE(client.read_to_end().ends_with("in time"));
  EXPECT_EQ(client.end(), End::ended);
  stopper.join();
  EXPECT_FALSE(running.handler.delivery(1).aborted);
  EXPECT_EQ(running.handler.times_sent(1), 1U);
}

TEST(ServerStop, CutsWhatStillWaitsAfterTheDrainTime) {
  Running running(
      [](const http::Request&) {
        http::Answer answer = ticketed(1, "never");
        answer.plan.delay = 1h;
        return answer;
      },
      {.drain_time = 60ms});
  RawClient client(running.port());
  client.send(get("/"));
  running.handler.requests(1);
  running.server->stop();
  EXPECT_TRUE(running.handler.delivery(1).aborted);
  EXPECT_EQ(running.handler.times_sent(1), 1U);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(ServerStop, EndsAStallAtOnce) {
  Running running(
      [](const http::Request&) {
        http::Answer answer = ticketed(1, "");
        answer.plan.ending = http::Ending::stall;
        return answer;
      },
      {.drain_time = std::chrono::hours(1)});
  RawClient client(running.port());
  client.send(get("/"));
  running.handler.requests(1);
  running.server->stop();
  EXPECT_FALSE(running.handler.delivery(1).aborted);  // that was its plan
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(ServerStop, LetsARequestUnderWayFinish) {
  Running running({}, {}, 1);
  RawClient first(running.port());
  first.send("GET /late HT");
  RawClient second(running.port());
  second.send(get("/"));
  second.read_answer();  // one thread: the part sent before has been read
  std::thread stopper([&] { running.server->stop(); });
  EXPECT_EQ(second.read_to_end(), "");  // idle: the stop has begun
  first.send("TP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(first.read_to_end().ends_with("Connection: close\r\n\r\nGET /late"));
  stopper.join();
}

TEST(ServerStop, CountsAreRightAtTheEnd) {
  Running running;
  for (int i = 0; i < 20; ++i) {
    RawClient client(running.port());
    client.send(i % 2 == 0 ? get("/") : "rubbish\r\n\r\n");
    client.read_answer();
  }
  running.server->stop();
  const ServerCounts counts = running.server->counts();
  EXPECT_EQ(counts.accepted, 20U);
  EXPECT_EQ(counts.refused, 10U);
  EXPECT_EQ(counts.open, 0U);
  EXPECT_EQ(counts.buffered_bytes, 0U);
}

}  // namespace
}  // namespace graphfault::net
