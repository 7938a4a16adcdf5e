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

constexpr const char* kParallelThrottles =
    "scenario: t\ntenant: {tokens: {accept: none-required}}\nrules:\n"
    "  - when: GET /users\n    then: {error: 429, times: 2}\n"
    "  - when: GET /users\n    then: {reply: {status: 200, text: ok}}\n";

// Runs `act` in that many threads and waits for all.
template <class Act>
void in_parallel(int count, const Act& act) {
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    threads.emplace_back(act);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

int status_of(Served& served, const std::string& target) {
  const http::Answer answer =
      served.engine.serve({.method = "GET", .target = target, .host = "localhost"}, served.now);
  served.engine.sent(answer.ticket, {.sent = served.now});
  return answer.response.status;
}

// All threads go through every round; a round is a tenant of its own.
TEST(Parallel, TimesTwoIsTwoInEachOfAThousandRounds) {
  Served served(kParallelThrottles);
  std::vector<std::atomic<int>> throttled(kRounds);
  std::vector<std::atomic<int>> arrived(kRounds);
  in_parallel(kClients, [&] {
    for (std::size_t round = 0; round < kRounds; ++round) {
      ++arrived[round];
      while (arrived[round] < kClients) {
        std::this_thread::yield();
      }
      const int status = status_of(served, "/@t.r" + std::to_string(round) + "/v1.0/users");
      throttled[round] += status == 429 ? 1 : 0;
    }
  });
  for (std::size_t round = 0; round < kRounds; ++round) {
    EXPECT_EQ(throttled[round], 2) << round;
  }
  const auto tenant = served.engine.registry().find("t.r7");
  EXPECT_EQ(tenant->under_way(), 0U);
  EXPECT_EQ(tenant->exchanges(0).size(), static_cast<std::size_t>(kClients));
}

TEST(Parallel, WhoHasAnAnswerFindsItsExchangeInTheJournal) {
  Served served(kParallelThrottles);
  std::atomic<int> missing{0};
  in_parallel(4, [&] {
    for (int i = 0; i < 300; ++i) {
      const http::Answer answer = served.engine.serve(
          {.method = "GET", .target = "/v1.0/users", .host = "localhost"}, served.now);
      const std::uint64_t mine = answer.ticket.sequence;
      const auto exchanges = served.tenant()->exchanges(mine - 1);
      missing += exchanges.empty() || exchanges.front().sequence != mine ? 1 : 0;
      served.engine.sent(answer.ticket, {.sent = served.now});
    }
  });
  EXPECT_EQ(missing, 0);
}

TEST(Parallel, EvidenceTellsOfOneMoment) {
  Served served(kParallelThrottles);
  std::atomic<bool> done{false};
  std::thread reader([&] {
    while (!done) {
      const Evidence evidence = served.tenant()->evidence(served.now);
      const std::vector<journal::Exchange> exchanges = evidence.exchanges();
      ASSERT_EQ(evidence.totals.recorded, exchanges.size());
      for (std::size_t i = 0; i < exchanges.size(); ++i) {
        ASSERT_EQ(exchanges[i].sequence, i + 1);
      }
    }
  });
  in_parallel(4, [&] {
    for (int i = 0; i < 100; ++i) {
      status_of(served, "/v1.0/users");
      const http::Answer batch = served.engine.serve(
          {.method = "POST",
           .target = "/v1.0/$batch",
           .headers = {{"Content-Type", "application/json"}},
           .body = R"({"requests":[{"id":"1","method":"GET","url":"/users"},)"
                   R"({"id":"2","method":"GET","url":"/users","dependsOn":["1"]}]})",
           .host = "localhost"},
          served.now);
      served.engine.sent(batch.ticket, {.sent = served.now});
    }
  });
  done = true;
  reader.join();
  const auto all = served.journal();
  ASSERT_EQ(all.size(), 1'600U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].path == "/$batch") {
      EXPECT_EQ(all[i + 1].parent, all[i].sequence) << "operations have the next numbers";
      EXPECT_EQ(all[i + 2].parent, all[i].sequence);
    }
  }
}

TEST(Parallel, OneTenantIsReadResetAndErasedWhileItAnswers) {
  Served served(kParallelThrottles, {.max_tenants = 2});
  std::atomic<bool> done{false};
  std::thread keeper([&] {
    while (!done) {
      served.tenant()->snapshot(served.now);
      served.tenant()->reset(served.tenant()->scenario(), served.now);
      served.engine.registry().open("t.other", served.now);
      served.engine.registry().erase("t");
    }
  });
  in_parallel(4, [&] {
    for (int i = 0; i < 200; ++i) {
      const int status = status_of(served, "/v1.0/users");
      EXPECT_TRUE(status == 429 || status == 200) << status;
    }
  });
  done = true;
  keeper.join();
}

}  // namespace
}  // namespace graphfault::engine
