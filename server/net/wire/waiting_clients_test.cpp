// SPDX-License-Identifier: MIT
// Many clients wait on few threads, and nobody beside them does.
#include "net/listening/server.hpp"
#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace graphfault::net {
namespace {

using testing::get;
using testing::plain;
using testing::RawClient;
using testing::Running;
using testing::ticketed;
using namespace std::chrono_literals;

// Both ends of each fit in the 1,024 descriptors that a shell has unless it asks for more.
constexpr std::size_t kClients = 400;

int threads_of_this_process() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Threads:")) {
      return std::stoi(line.substr(8));
    }
  }
  return -1;
}

std::vector<std::unique_ptr<RawClient>> connect_all(Running& running, std::string_view request) {
  std::vector<std::unique_ptr<RawClient>> clients;
  for (std::size_t i = 0; i < kClients; ++i) {
    clients.push_back(std::make_unique<RawClient>(running.port()));
    clients.back()->send(request);
  }
  return clients;
}

TEST(WaitingClients, HoldNoThreadAndEndWhenTheyGo) {
  std::atomic<std::uint64_t> next{0};
  Running running([&](const http::Request& request) {
    if (request.target == "/quick") {
      return plain("quick");
    }
    http::Answer answer = ticketed(++next, "late");
    switch (answer.ticket.sequence % 3) {
      case 0:
        answer.plan.delay = 1h;
        break;
      case 1:
        answer.plan.ending = http::Ending::stall;
        break;
      default:
        answer.response.body.assign(100'000, 'd');
        answer.plan.drip = 1;
    }
    return answer;
  });
  auto clients = connect_all(running, get("/wait"));
  running.handler.requests(kClients);
  EXPECT_LE(threads_of_this_process(), 8);
  for (int i = 0; i < 20; ++i) {
    RawClient beside(running.port());
    beside.send(get("/quick"));
    EXPECT_TRUE(beside.read_answer().ends_with("quick"));
  }
  clients.clear();
  running.handler.await_deliveries(kClients);
  for (std::uint64_t sequence = 1; sequence <= kClients; ++sequence) {
    EXPECT_EQ(running.handler.times_sent(sequence), 1U);
    EXPECT_TRUE(running.handler.delivery(sequence).aborted);
  }
}

TEST(WaitingClients, AllGetTheirAnswerWhenTheDelayIsOver) {
  std::atomic<std::uint64_t> next{0};
  Running running([&](const http::Request&) {
    http::Answer answer = ticketed(++next, "late");
    answer.plan.delay = 200ms;
    return answer;
  });
  auto clients = connect_all(running, get("/wait"));
  for (const auto& client : clients) {
    EXPECT_TRUE(client->read_answer().ends_with("\r\n\r\nlate"));
  }
  running.handler.await_deliveries(kClients);
  EXPECT_EQ(running.handler.leavings().size(), kClients);
}

TEST(WaitingClients, IdleConnectionsAreKeptAndStillAnswered) {
  Running running;
  auto clients = connect_all(running, get("/first"));
  for (const auto& client : clients) {
    client->read_answer();
  }
  EXPECT_EQ(running.server->counts().open, kClients);
  for (const auto& client : clients) {
    client->send(get("/second"));
    EXPECT_TRUE(client->read_answer().ends_with("GET /second"));
  }
}

}  // namespace
}  // namespace graphfault::net
