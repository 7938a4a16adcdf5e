// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(BatchOnlyFailedRetried, JudgesJournals) {
  expect_states(
      batch_only_failed_retried,
      {
          {"only the failed",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/b 429 parent=1 "
           "op=2 | 500 POST /v1.0/$batch 200 body=x | 501 GET /v1.0/b 200 parent=4 op=2",
           State::passed},
          {"all of them",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/b 429 parent=1 "
           "op=2 | 500 POST /v1.0/$batch 200 | 501 GET /v1.0/a 200 parent=4 op=1 | 501 GET /v1.0/b "
           "200 parent=4 op=2",
           State::failed},
          {"one of three that ask for the same",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/a 200 parent=1 "
           "op=2 | 1 GET /v1.0/a 429 parent=1 op=3 | 500 POST /v1.0/$batch 200 body=x | 501 GET "
           "/v1.0/a 200 parent=5 op=3",
           State::passed},
          {"two of three that ask for the same, of which one had failed",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/a 200 parent=1 "
           "op=2 | 1 GET /v1.0/a 429 parent=1 op=3 | 500 POST /v1.0/$batch 200 body=x | 501 GET "
           "/v1.0/a 200 parent=5 op=3 | 501 GET /v1.0/a 200 parent=5 op=4",
           State::failed},
          {"by itself",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/b 429 parent=1 "
           "op=2 | 500 GET /v1.0/b 200",
           State::not_exercised},
          {"none",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/b 429 parent=1 "
           "op=2",
           State::not_exercised},
          {"nothing failed", "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1",
           State::not_exercised},
      });
}

TEST(BatchOnlyFailedRetried, SaysHowManyCameAgainInVain) {
  const std::string batch =
      "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 200 parent=1 op=1 | 1 GET /v1.0/b 429 parent=1 op=2 "
      "| 500 POST /v1.0/$batch 200 body=x | 501 GET /v1.0/b 200 parent=4 op=2";
  const Record good(journal_of(batch), {.ended = true});
  EXPECT_EQ(batch_only_failed_retried(good).kept.at(0).text,
            "#4 repeated failed operations of #1, and none that had succeeded");
  const Record bad(journal_of(batch + " | 501 GET /v1.0/a 200 parent=4 op=1"), {.ended = true});
  EXPECT_EQ(batch_only_failed_retried(bad).broken.at(0).text,
            "#4 repeated failed operations of #1, and 1 that had succeeded");
}

}  // namespace
}  // namespace graphfault::verdict
