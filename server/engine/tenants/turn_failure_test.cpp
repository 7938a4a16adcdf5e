// SPDX-License-Identifier: MIT
// A request that fails inside, wherever that is, leaves nobody waiting.
#include "base/testing/failing_allocation.hpp"
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace graphfault::engine {
namespace {

using graphfault::testing::FailingAllocation;
using testing::Served;

constexpr const char* kFailingScenario =
    "scenario: t\nrules:\n"
    "  - when: GET /slow\n    then: {error: 429, retry_after: 2s, delay: 1s}\n"
    "  - when: GET /failing\n    then: {error: 503, retry_after: 1s, effect: {advance: 2s}}\n"
    "  - when: GET /filled/*\n"
    "    then: {reply: {status: 400, placeholders: true, text: 'not ${path.2} ${guid}'}}\n";

struct FailingRow {
  const char* name = nullptr;
  http::Request request{};
  std::size_t at_least = 0;  ///< only allocations of so many bytes fail
  int failures = 20;         ///< there are more of them than that
};

http::Request request(const char* method, const char* target, std::string body = {}) {
  return {.method = method,
          .target = target,
          .headers = {{"Content-Type", "application/json"}},
          .body = std::move(body),
          .host = "localhost:8080"};
}

/// JSON takes less for the list by which it is taken apart, in a destructor that may not throw:
/// that of a batch's body, and that of a token's claims.
constexpr std::size_t kBatchStack = 257;
constexpr std::size_t kClaimsStack = 600;

std::vector<FailingRow> rows(const std::string& bearer) {
  http::Request form = request("POST", "/t/oauth2/v2.0/token",
                               "grant_type=client_credentials&client_id=a&client_secret=s&scope="
                               "https%3A%2F%2Fgraph.microsoft.com%2F.default");
  form.headers.set("Content-Type", "application/x-www-form-urlencoded");
  std::vector<FailingRow> all{
      {"emulated", request("GET", "/v1.0/users?$top=2&$filter=startswith(displayName,'A')")},
      {"unknown", request("GET", "/v1.0/usres/x")},
      {"by rule", request("GET", "/v1.0/failing")},
      {"delayed", request("GET", "/v1.0/slow")},
      {"reply", request("GET", "/v1.0/filled/a")},
      {"batch",
       request("POST", "/v1.0/$batch",
               R"({"requests":[{"id":"1","method":"GET","url":"/users?$top=1"},)"
               R"({"id":"2","method":"GET","url":"/slow"},)"
               R"({"id":"3","method":"GET","url":"/failing","dependsOn":["2"]}]})"),
       kBatchStack, 2}};
  for (FailingRow& row : all) {
    row.request.headers.set("Authorization", bearer);
  }
  all.push_back({"sign-in", form, kClaimsStack, 0});
  return all;
}

/// What a tenant has to tell, or nothing where it waits for a request that nobody works on.
std::optional<Evidence> told_at_once(const std::shared_ptr<Tenant>& tenant) {
  auto told = std::make_shared<std::promise<Evidence>>();
  std::future<Evidence> evidence = told->get_future();
  std::thread([told, tenant] { told->set_value(tenant->evidence({})); }).detach();
  if (evidence.wait_for(std::chrono::seconds(20)) != std::future_status::ready) {
    return std::nullopt;
  }
  return evidence.get();
}

/// True where the request was answered in spite of the failure, or there was none any more.
bool answers_with_failure(Served& served, const FailingRow& row, int which, bool& over) {
  http::Request copy = row.request;
  http::Answer answer;
  try {
    const FailingAllocation failing(which, row.at_least);
    answer = served.engine.serve(std::move(copy), served.now);
    over = FailingAllocation::was_not_reached();
  } catch (const std::bad_alloc&) {
    return false;
  }
  served.engine.sent(answer.ticket, {.sent = served.now});
  return true;
}

TEST(TurnFailure, LeavesNobodyWaitingWhereverItHappens) {
  for (const std::string limit : {"recorded", "unrecorded"}) {
    Served served(kFailingScenario,
                  {.tenant = {.journal_bytes = limit == "recorded" ? 32U << 20U : 0U}});
    served.get("/v1.0/users?$top=1");
    const std::shared_ptr<Tenant> tenant = served.tenant();
    for (const FailingRow& row : rows(Served::bearer(served.token()))) {
      int failures = 0;
      bool over = false;
      for (int which = 0; !over; ++which) {
        ASSERT_LT(which, 20'000) << row.name;
        failures += answers_with_failure(served, row, which, over) ? 0 : 1;
        ASSERT_EQ(tenant->under_way(), 0U) << row.name << " " << which;
      }
      EXPECT_GT(failures, row.failures) << row.name;
      const auto evidence = told_at_once(tenant);
      ASSERT_TRUE(evidence) << row.name << ", " << limit;
      EXPECT_EQ(evidence->totals.recorded - evidence->totals.dropped, evidence->packed.size());
      if (limit == "recorded") {
        EXPECT_EQ(evidence->exchanges().back().sequence, evidence->packed.back().sequence);
        EXPECT_EQ(evidence->totals.dropped, 0U) << row.name;
      }
    }
    EXPECT_EQ(served.get("/v1.0/users?$top=1").response.status, 200);
  }
}

TEST(TurnFailure, OfAHandshakeLeavesNobodyWaiting) {
  Served served(
      "scenario: t\nrules:\n  - {when: {handshake: a.test}, then: {fault: {tls: expired}}}\n");
  const std::shared_ptr<Tenant> tenant = served.tenant();
  int failures = 0;
  for (bool over = false; !over;) {
    try {
      const FailingAllocation failing(failures);
      static_cast<void>(tenant->greet("a.test", served.now));
      over = true;
    } catch (const std::bad_alloc&) {
      ++failures;
    }
  }
  EXPECT_GT(failures, 0);
  const auto evidence = told_at_once(tenant);
  ASSERT_TRUE(evidence);
  EXPECT_EQ(evidence->packed.size(), 1U);
}

}  // namespace
}  // namespace graphfault::engine
