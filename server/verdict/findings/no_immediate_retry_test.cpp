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
          {"a 500 is another matter", "0 GET /v1.0/users 500 | 20 GET /v1.0/users 200",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
