// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NoImmediateRetry, JudgesJournals) {
  expect_states(
      no_immediate_retry,
      {
          {"waits a little", "0 GET /v1.0/users 429 | 300 GET /v1.0/users 200", State::passed},
          {"at once", "0 GET /v1.0/users 429 | 20 GET /v1.0/users 200", State::failed},
          {"at once on 504", "0 GET /v1.0/users 504 | 20 GET /v1.0/users 200", State::failed},
          {"zero allows it", "0 GET /v1.0/users 429 retry-after=0s | 20 GET /v1.0/users 200",
           State::not_exercised},
          {"the tenant's clock stands still, the client has waited",
           "0 GET /v1.0/users 503 frozen | 900 GET /v1.0/users 200 frozen", State::passed},
          {"a header nobody can read allows nothing",
           "0 GET /v1.0/users 429 header=Retry-After:31,120 retry-after=0s | 20 GET /v1.0/users "
           "200",
           State::failed},
          {"an operation at once in the next batch",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 503 parent=1 op=1 | 40 POST /v1.0/$batch 200 | "
           "41 GET /v1.0/a 200 parent=3 op=1",
           State::failed},
          {"an operation after a while",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 503 parent=1 op=1 | 940 POST /v1.0/$batch 200 "
           "| "
           "941 GET /v1.0/a 200 parent=3 op=1",
           State::passed},
          {"operations of two workers' batches",
           "0 POST /v1.0/$batch 200 took=1 | 1 GET /v1.0/a 503 parent=1 op=1 | 20 POST "
           "/v1.0/$batch "
           "200 took=1 | 21 GET /v1.0/a 503 parent=3 op=1 | 1000 POST /v1.0/$batch 200 | 1001 GET "
           "/v1.0/a 200 parent=5 op=1 | 1100 POST /v1.0/$batch 200 | 1101 GET /v1.0/a 200 parent=7 "
           "op=1",
           State::passed},
          {"a 500 is another matter", "0 GET /v1.0/users 500 | 20 GET /v1.0/users 200",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
