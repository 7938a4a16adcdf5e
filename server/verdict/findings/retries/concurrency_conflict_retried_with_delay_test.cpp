// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(ConcurrencyConflictRetriedWithDelay, JudgesJournals) {
  expect_states(
      concurrency_conflict_retried_with_delay,
      {
          {"after a while",
           "0 PATCH /v1.0/users/x 409 code=Directory_ConcurrencyViolation | 500 PATCH "
           "/v1.0/users/x 204",
           State::passed},
          {"at once",
           "0 PATCH /v1.0/users/x 409 code=Directory_ConcurrencyViolation | 15 PATCH /v1.0/users/x "
           "204",
           State::failed},
          {"never", "0 PATCH /v1.0/users/x 409 code=Directory_ConcurrencyViolation", State::failed},
          {"may still", "0 PATCH /v1.0/users/x 409 code=Directory_ConcurrencyViolation",
           State::pending, false},
          {"another conflict", "0 PATCH /v1.0/users/x 409 code=nameAlreadyExists",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
