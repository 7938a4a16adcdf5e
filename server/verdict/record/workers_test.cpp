// SPDX-License-Identifier: MIT
#include "verdict/record/workers.hpp"

#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

struct WorkersCase {
  std::string_view name{};
  std::string_view journal{};
  bool may_be = false;
};

bool may_be(const std::vector<Exchange>& exchanges) {
  std::vector<const Exchange*> requests;
  for (const Exchange& exchange : exchanges) {
    requests.push_back(&exchange);
  }
  return may_be_workers(requests, std::chrono::milliseconds(50));
}

TEST(Workers, ExplainAJournalOrDoNot) {
  const WorkersCase cases[] = {
      {"two that wait",
       "0 GET /v1.0/a 429 retry-after=1s | 5 GET /v1.0/a 429 retry-after=1s | 1020 GET /v1.0/a 200 "
       "| 1025 GET /v1.0/a 200",
       true},
      {"one that waits for all", "0 GET /v1.0/a 429 retry-after=1s | 1020 GET /v1.0/a 200", true},
      {"one of two that never comes back",
       "0 GET /v1.0/a 429 retry-after=1s | 5 GET /v1.0/a 429 retry-after=1s | 1020 GET /v1.0/a 200",
       false},
      {"one of two that comes back late",
       "0 GET /v1.0/a 429 retry-after=1s | 5 GET /v1.0/a 429 retry-after=1s | 1020 GET /v1.0/a 200 "
       "| 3025 GET /v1.0/a 200",
       false},
      {"one that does not wait", "0 GET /v1.0/a 503 | 20 GET /v1.0/a 503 | 40 GET /v1.0/a 200",
       false},
      {"two that back off",
       "0 GET /v1.0/a 503 | 5 GET /v1.0/a 503 | 1020 GET /v1.0/a 503 | 1500 GET /v1.0/a 200 | 3000 "
       "GET /v1.0/a 200",
       true},
      {"two that give up",
       "0 GET /v1.0/a 503 | 5 GET /v1.0/a 503 | 1020 GET /v1.0/a 503 | 1500 GET /v1.0/a 503", true},
      {"two that began one after the other, and are answered",
       "0 GET /v1.0/a 429 retry-after=1s | 500 GET /v1.0/a 429 retry-after=1s | 1020 GET /v1.0/a "
       "200 "
       "| 1520 GET /v1.0/a 200",
       true},
      {"one that comes every half second",
       "0 GET /v1.0/a 429 retry-after=1s | 515 GET /v1.0/a 429 retry-after=1s | 1030 GET /v1.0/a "
       "429 "
       "retry-after=1s | 1545 GET /v1.0/a 429 retry-after=1s",
       false},
      {"one that comes every half second, and is answered",
       "0 GET /v1.0/a 429 retry-after=1s | 515 GET /v1.0/a 429 retry-after=1s | 1030 GET /v1.0/a "
       "429 "
       "retry-after=1s | 1545 GET /v1.0/a 429 retry-after=1s | 2060 GET /v1.0/a 200",
       false},
      {"one that waits once, and not a second time",
       "0 GET /v1.0/a 429 retry-after=1s | 1100 GET /v1.0/a 429 retry-after=1s | 1200 GET /v1.0/a "
       "200",
       false},
      {"nobody", "", true},
  };
  for (const WorkersCase& one : cases) {
    EXPECT_EQ(may_be(journal_of(one.journal)), one.may_be) << one.name;
  }
}

TEST(Workers, AreNotTakenForALoop) {
  std::string journal;
  for (int i = 0; i < 400; ++i) {
    journal += (i == 0 ? "" : " | ") + std::to_string(i) + " GET /v1.0/a 429 retry-after=9s took=0";
  }
  for (int i = 0; i < 400; ++i) {
    journal += " | " + std::to_string(9000 + i) + " GET /v1.0/a 200";
  }
  EXPECT_FALSE(may_be(journal_of(journal)));
}

}  // namespace
}  // namespace graphfault::verdict
