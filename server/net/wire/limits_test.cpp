// SPDX-License-Identifier: MIT
// Every limit is met, answered and closed, and costs nobody else.
#include "base/gzip.hpp"
#include "net/listening/server.hpp"
#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace graphfault::net {
namespace {

using testing::get;
using testing::plain;
using testing::post;
using testing::RawClient;
using testing::Running;
using testing::ticketed;
using End = RawClient::End;
using namespace std::chrono_literals;

constexpr auto kShort = 40ms;

void expect_refused(RawClient& client, int status) {
  const std::string answer = client.read_to_end();
  EXPECT_TRUE(answer.starts_with(fmt::format("HTTP/1.1 {} ", status))) << answer;
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos) << answer;
  EXPECT_EQ(client.end(), End::ended);
}

TEST(Limits, ABodyOfTheLimitPasses) {
  Running running(
      [](const http::Request& request) { return plain(std::to_string(request.body.size())); });
  RawClient client(running.port());
  client.send(post("/", std::string(4U << 20U, 'b')));
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n4194304"));
  client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n400000\r\n" +
              std::string(4U << 20U, 'b') + "\r\n0\r\n\r\n");
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n4194304"));
}

TEST(Limits, ALargerBodyIsRefusedAndTheClientReadsTheAnswer) {
  Running running;
  RawClient by_length(running.port());
  by_length.send(post("/", std::string((4U << 20U) + 1, 'b')));
  expect_refused(by_length, 413);
  RawClient by_chunks(running.port());
  by_chunks.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 5; ++i) {
    by_chunks.send("100000\r\n" + std::string(1U << 20U, 'b') + "\r\n");
  }
  expect_refused(by_chunks, 413);
}

TEST(Limits, ABodyThatInflatesPastTheLimitIsRefused) {
  Running running;
  RawClient client(running.port());
  client.send(post("/", gzip(std::string(5U << 20U, '0')), "Content-Encoding: gzip\r\n"));
  expect_refused(client, 413);
  RawClient broken(running.port());
  broken.send(post("/", "this is no gzip", "Content-Encoding: gzip\r\n"));
  expect_refused(broken, 400);
}

TEST(Limits, ATooLargeBodyIsRefusedInsteadOfContinued) {
  Running running;
  RawClient client(running.port());
  client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n");
  expect_refused(client, 413);
}

TEST(Limits, ARequestThatTakesTooLongIsRefused) {
  Running running({}, {.request_time = kShort});
  for (const std::string& part : {std::string("G"), std::string("GET / HTTP/1.1\r\nHost: a\r\n"),
                                  post("/", "hello").substr(0, post("/", "hello").size() - 1)}) {
    RawClient client(running.port());
    client.send(part);
    expect_refused(client, 408);
  }
  EXPECT_EQ(running.handler.refusals(3), std::vector<Refusal>(3, Refusal::timeout));
}

TEST(Limits, ASlowSenderMeetsTheSameDeadlineHoweverOftenItSends) {
  Running running({}, {.request_time = 200ms});
  RawClient client(running.port());
  client.send("GET / HTTP/1.1\r\nX: ");
  while (client.is_silent()) {
    client.send("a");
  }
  EXPECT_TRUE(client.read_answer().starts_with("HTTP/1.1 4"));  // 408, or 431 if it was quick
}

TEST(Limits, IdleConnectionsAreClosedWithoutAnAnswer) {
  Running running({}, {.idle_time = kShort});
  RawClient fresh(running.port());
  EXPECT_EQ(fresh.read_to_end(), "");
  EXPECT_EQ(fresh.end(), End::ended);
  RawClient used(running.port());
  used.send(get("/"));
  used.read_answer();
  EXPECT_EQ(used.read_to_end(), "");
  EXPECT_EQ(used.end(), End::ended);
  RawClient blank(running.port());
  blank.send("\r\n");
  EXPECT_EQ(blank.read_to_end(), "");
  EXPECT_TRUE(running.handler.partials().empty());
}

TEST(Limits, AWaitingAnswerIsNotIdle) {
  Running running(
      [](const http::Request&) {
        http::Answer answer = plain("late");
        answer.plan.delay = 300ms;
        return answer;
      },
      {.request_time = kShort, .idle_time = kShort, .write_time = kShort});
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_TRUE(client.read_answer().ends_with("late"));
}

TEST(Limits, AClientThatDoesNotReadIsCutAndSlowsNobody) {
  const std::string large(30U << 20U, 'L');
  Running running(
      [&](const http::Request& request) {
        return request.target == "/large" ? ticketed(1, large) : plain("quick");
      },
      {.write_time = 150ms});
  RawClient deaf(running.port());
  deaf.shrink_window();
  deaf.send(get("/large"));
  for (int i = 0; i < 4; ++i) {  // on both threads
    RawClient other(running.port());
    other.send(get("/"));
    EXPECT_TRUE(other.read_answer().ends_with("quick"));
  }
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_TRUE(delivery.aborted);
  EXPECT_LT(delivery.bytes, large.size());
  EXPECT_EQ(running.handler.times_sent(1), 1U);
}

TEST(Limits, TooManyConnectionsAreTurnedAwayWithAnAnswer) {
  Running running({}, {.connections = 3});
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<RawClient>(running.port()));
    clients.back()->send(get("/"));
    EXPECT_TRUE(clients.back()->read_answer().starts_with("HTTP/1.1 200 "));
  }
  for (int i = 0; i < 5; ++i) {
    RawClient extra(running.port());
    extra.send(get("/"));
    expect_refused(extra, 503);
  }
  EXPECT_EQ(running.handler.refusals(5), std::vector<Refusal>(5, Refusal::too_many_connections));
  clients.front()->send(get("/still"));
  EXPECT_TRUE(clients.front()->read_answer().ends_with("GET /still"));
}

TEST(Limits, RoomComesBackWhenConnectionsEnd) {
  Running running({}, {.connections = 1});
  for (int i = 0; i < 10; ++i) {
    RawClient client(running.port());
    client.send(get("/", "Connection: close\r\n"));
    // The one before may still be on its way out.
    const std::string answer = client.read_to_end();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.1 503"));
  }
  EXPECT_EQ(running.server->counts().accepted, 10U);
}

TEST(Limits, BuffersOfAllConnectionsTogetherAreBounded) {
  Running running({}, {.buffered_bytes = 1'000'000});
  std::vector<std::unique_ptr<RawClient>> holders;
  for (int i = 0; i < 3; ++i) {
    holders.push_back(std::make_unique<RawClient>(running.port()));
    holders.back()->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 400001\r\n\r\n" +
                         std::string(400'000, 'b'));
  }
  // Which one goes over depends on who is read first; whichever it was, it is answered.
  const std::vector<Refusal> refusals = running.handler.refusals(1);
  EXPECT_EQ(refusals.front(), Refusal::overloaded);
  int answered = 0;
  for (const auto& holder : holders) {
    holder->send("b");
    const std::string answer = holder->read_answer();
    answered += answer.starts_with("HTTP/1.1 200 ") ? 1 : 0;
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ") || answer.starts_with("HTTP/1.1 503 "));
  }
  EXPECT_GE(answered, 1);
  EXPECT_LE(answered, 2);
  EXPECT_EQ(running.server->counts().buffered_bytes, 0U);
  RawClient after(running.port());
  after.send(post("/", std::string(900'000, 'b')));
  EXPECT_TRUE(after.read_answer().starts_with("HTTP/1.1 200 "));
}

TEST(Limits, LingeringEnds) {
  Running running({}, {.linger_time = kShort});
  RawClient client(running.port());
  client.send(get("/", "Connection: close\r\n"));
  EXPECT_TRUE(client.read_to_end().ends_with("GET /"));
  // We do not close; the server has to.
  RawClient other(running.port());
  other.send(get("/"));
  other.read_answer();
  while (running.server->counts().open > 1) {
    other.send(get("/"));
    other.read_answer();
  }
  SUCCEED();
}

TEST(Limits, ARunOutOfDescriptorsPassesBy) {
  Running running;
  RawClient before(running.port());
  before.send(get("/"));
  before.read_answer();
  rlimit old{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &old), 0);
  std::vector<std::unique_ptr<RawClient>> clients;
  clients.push_back(std::make_unique<RawClient>(running.port()));  // told by its descriptor
  const FileDescriptor probe(::dup(0));
  rlimit tight = old;
  tight.rlim_cur = static_cast<rlim_t>(probe.get()) + 12;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &tight), 0);
  std::vector<FileDescriptor> hogs;  // all but the two that a client and its server side need
  while (true) {
    FileDescriptor hog(::dup(0));
    if (!hog) {
      break;
    }
    hogs.push_back(std::move(hog));
  }
  ASSERT_GE(hogs.size(), 2U);
  hogs.pop_back();
  auto starved = std::make_unique<RawClient>(running.port());  // takes the last descriptor
  starved->send(get("/starved"));
  before.send(get("/"));
  EXPECT_TRUE(before.read_answer().ends_with("GET /"));
  hogs.clear();
  EXPECT_TRUE(starved->read_answer().ends_with("GET /starved"));
  ::setrlimit(RLIMIT_NOFILE, &old);
}

}  // namespace
}  // namespace graphfault::net
