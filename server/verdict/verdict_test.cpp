// SPDX-License-Identifier: MIT
#include "verdict/verdict.hpp"

#include "scenario/default_scenario.hpp"
#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"
#include "verdict/testing/journal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace graphfault::verdict {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::shared_ptr<const scenario::Scenario> scenario_of(std::string_view yaml) {
  auto loaded = scenario::load(yaml, {.file = "asked.yaml", .finding_ids = finding_ids()});
  EXPECT_TRUE(loaded) << (loaded ? "" : render(loaded.error()));
  return loaded ? *loaded : scenario::default_scenario();
}

Verdict judged(std::string_view yaml, std::string_view journal,
               const Circumstances& circumstances = {}) {
  const Record record(journal_of(journal), {.ended = true});
  return judge(*scenario_of(yaml), record, circumstances);
}

struct VerdictCase {
  std::string_view name{};
  std::string_view yaml{};
  std::string_view journal{};
  Circumstances circumstances{};
  std::vector<std::string> reasons{};
};

TEST(Judge, FailsForWhatCounts) {
  const std::vector<VerdictCase> cases{
      {"all well", "summary: s", "0 GET /v1.0/users 200", {}, {}},
      {"no request", "summary: s", "", {}, {"no request came"}},
      {"dropped requests were requests", "summary: s", "", {.dropped = 3}, {}},
      {"a must fails",
       "summary: s",
       "0 GET /v1.0/users 429 | 5 GET /v1.0/groups 200",
       {},
       {"retries-transient failed"}},
      {"ignored", "verdict: {ignore: [retries-transient]}", "0 GET /v1.0/users 429", {}, {}},
      {"a should fails nothing",
       "summary: s",
       "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=a",
       {},
       {}},
      {"a required should does",
       "verdict: {require: [next-link-followed]}",
       "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=a",
       {},
       {"next-link-followed failed"}},
      {"required, not exercised",
       "verdict: {require: [next-link-followed]}",
       "0 GET /v1.0/users 200",
       {},
       {"next-link-followed is required and was not exercised"}},
      {"too few requests",
       "verdict: {requests: [{when: GET /users, count: 2}]}",
       "0 GET /v1.0/users 200 counts=1",
       {},
       {"GET /users came once, not 2"}},
      {"within a range",
       "verdict: {requests: [{when: GET /users, count: {min: 1, max: 2}}]}",
       "0 GET /v1.0/users 200 counts=1",
       {},
       {}},
      {"a request that is none of those asked for",
       "verdict: {requests: [{when: GET /users, count: {min: 1, max: 2}}]}",
       "0 DELETE /v1.0/users 204",
       {},
       {"GET /users came 0 times, not 1 to 2"}},
      {"fewer than asked for, without an upper bound",
       "verdict: {requests: [{when: GET /users, count: {min: 3}}]}",
       "0 GET /v1.0/users 200 counts=1 | 1 GET /v1.0/users 200 counts=1",
       {},
       {"GET /users came 2 times, not at least 3"}},
      {"more than asked for, without a lower bound",
       "verdict: {requests: [{when: GET /users, count: {max: 1}}]}",
       "0 GET /v1.0/users 200 counts=1 | 1 GET /v1.0/users 200 counts=1",
       {},
       {"GET /users came 2 times, not at most 1"}},
      {"each by itself, operations too",
       "verdict: {requests: [{when: GET /a, count: 2}, {when: {path: /a, operation: {id: x}}, "
       "count: 2}]}",
       "0 GET /v1.0/a 200 counts=1 | 5 POST /v1.0/$batch 200 | 6 GET /v1.0/a 200 parent=2 op=x "
       "counts=1,2",
       {},
       {"any method on /a, as an operation of a batch with the id \"x\" came once, not 2"}},
      {"what another scenario would have counted",
       "verdict: {requests: [{when: GET /users, count: 0}]}",
       "0 GET /v1.0/users 200 counts=2",
       {},
       {}},
      {"a rule never played",
       "rules: [{name: r, when: GET /x, then: emulate}]",
       "0 GET /v1.0/users 200",
       {.rule_plays = {0, 0}},
       {"rule 1 (r) was never played"}},
      {"a rule of handshakes never played",
       "rules: [{when: handshake, then: {fault: {tls: expired}}}]",
       "0 GET /v1.0/users 200",
       {.rule_plays = {0, 0}},
       {"rule 1 was never played: TLS handshakes only play the rules of the default tenant"}},
      {"a rule that may stay unplayed",
       "rules: [{when: GET /x, then: emulate, optional: true}]",
       "0 GET /v1.0/users 200",
       {.rule_plays = {0, 0}},
       {}},
      {"a rule played",
       "rules: [{when: GET /x, then: emulate}]",
       "0 GET /v1.0/users 200",
       {.rule_plays = {0, 1}},
       {}},
      {"the client failed",
       "summary: s",
       "0 GET /v1.0/users 200",
       {.client_exit = 1},
       {"the client exited with code 1, not 0"}},
      {"the client did not end by itself",
       "verdict: {client_exit: 143}",
       "0 GET /v1.0/users 200",
       {.client_exit = 143, .client_trouble = "the client was still running"},
       {"the client was still running"}},
      {"no request is told first",
       "verdict: {require: [next-link-followed]}",
       "",
       {},
       {"no request came", "next-link-followed is required and was not exercised"}},
      {"the client failed as asked",
       "verdict: {client_exit: 3}",
       "0 GET /v1.0/users 200",
       {.client_exit = 3},
       {}},
  };
  for (const VerdictCase& row : cases) {
    const Verdict verdict = judged(row.yaml, row.journal, row.circumstances);
    EXPECT_EQ(verdict.reasons, row.reasons) << row.name;
    EXPECT_EQ(verdict.passed, row.reasons.empty()) << row.name;
  }
}

TEST(Judge, IsPendingWhileAWaitRuns) {
  auto exchanges = journal_of("0 GET /v1.0/users 429 retry-after=60s");
  const Instant now = exchanges.back().begun + std::chrono::seconds(5);
  const Record record(std::move(exchanges), {.now = now});
  const Verdict verdict = judge(*scenario_of("summary: s"), record, {});
  EXPECT_TRUE(verdict.pending);
  EXPECT_FALSE(verdict.passed);
  EXPECT_THAT(verdict.reasons, IsEmpty());
}

TEST(Judge, TakesTenThousandExchangesInItsStride) {
  std::vector<Exchange> exchanges;
  for (int i = 0; i < 2500; ++i) {
    auto four = journal_of(
        "0 GET /v1.0/users/x 429 retry-after=1s | 1100 GET /v1.0/users/x 200 | 1200 POST "
        "/v1.0/$batch 200 | 1201 GET /v1.0/a 429 parent=3 op=1");
    for (Exchange& exchange : four) {
      exchange.sequence += static_cast<std::uint64_t>(i) * 4;
      exchange.parent += exchange.parent == 0 ? 0 : static_cast<std::uint64_t>(i) * 4;
      exchange.begun += std::chrono::seconds(i * 2);
      exchange.tenant_begun = exchange.begun;
      *exchange.left += std::chrono::seconds(i * 2);
      exchanges.push_back(std::move(exchange));
    }
  }
  const auto scenario = scenario_of("summary: s");
  const auto begun = std::chrono::steady_clock::now();
  const Verdict verdict = judge(*scenario, Record(std::move(exchanges), {.ended = true}), {});
  const auto took = std::chrono::steady_clock::now() - begun;
  EXPECT_THAT(verdict.reasons, ElementsAre("retries-transient failed"));
  EXPECT_LT(took, std::chrono::seconds(2)) << "a quadratic rule takes far longer";
}

}  // namespace
}  // namespace graphfault::verdict
