// SPDX-License-Identifier: MIT
// Match-and-advance is one atomic act, whoever else is at it.
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::Served;

constexpr int kRounds = 1'000;
constexpr int kClients = 32;

// All threads go through every round; a round is a tenant of its own.
TEST(Parallel, TimesTwoIsTwoInEachOfAThousandRounds) {
  Served served(
      "scenario: t\nrules:\n  - when: GET /users\n    then: {error: 429, times: 2}\n"
      "  - when: GET /users\n    then: {reply: {status: 200, text: ok}}\n"
      "tenant: {tokens: {accept: none-required}}\n");
  std::vector<std::atomic<int>> throttled(kRounds);
  std::vector<std::atomic<int>> arrived(kRounds);
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        const auto place = static_cast<std::size_t>(round);
        ++arrived[place];
        while (arrived[place] < kClients) {
          std::this_thread::yield();
        }
        const http::Answer answer =
            served.engine.serve({.method = "GET",
                                 .target = "/@t.r" + std::to_string(round) + "/v1.0/users",
                                 .host = "localhost"},
                                served.now);
        throttled[place] += answer.response.status == 429 ? 1 : 0;
        served.engine.sent(answer.ticket, {.sent = served.now});
      }
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  for (std::size_t round = 0; round < throttled.size(); ++round) {
    EXPECT_EQ(throttled[round], 2) << round;
  }
  EXPECT_EQ(served.engine.registry().tenants().size(), static_cast<std::size_t>(kRounds));
  EXPECT_EQ(served.engine.registry().find("t.r7")->under_way(), 0U);
  EXPECT_EQ(served.engine.registry().find("t.r7")->exchanges(0).size(),
            static_cast<std::size_t>(kClients));
}

TEST(Parallel, OneTenantIsReadResetAndEvictedWhileItAnswers) {
  Served served(
      "scenario: t\nrules:\n  - when: GET /users\n"
      "    then: {error: 429, retry_after: 1s, times: 2}\n",
      {.max_tenants = 2});
  std::atomic<bool> done{false};
  std::thread keeper([&] {
    while (!done) {
      served.tenant()->snapshot(served.now);
      served.tenant()->reset(served.tenant()->scenario(), served.now);
      served.engine.registry().open("t.other", served.now);
      served.engine.registry().erase("t");
    }
  });
  std::vector<std::thread> clients;
  const std::string bearer = Served::bearer(served.token());
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const http::Answer answer = served.engine.serve(
            {.method = "GET", .target = "/v1.0/users", .headers = {{"Authorization", bearer}}},
            served.now);
        EXPECT_TRUE(answer.response.status == 429 || answer.response.status == 200);
        served.engine.sent(answer.ticket, {.sent = served.now});
      }
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  done = true;
  keeper.join();
}

}  // namespace
}  // namespace graphfault::engine
