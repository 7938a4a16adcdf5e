// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(BacksOffWithoutRetryAfter, JudgesJournals) {
  expect_states(
      backs_off_without_retry_after,
      {
          {"grows",
           "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 503 | 3000 GET /v1.0/users 503 | 7000 GET "
           "/v1.0/users 200",
           State::passed},
          {"stays the same",
           "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 503 | 2000 GET /v1.0/users 200",
           State::failed},
          {"shrinks", "0 GET /v1.0/users 504 | 3000 GET /v1.0/users 504 | 4000 GET /v1.0/users 200",
           State::failed},
          {"jitter is allowed",
           "0 GET /v1.0/users 429 | 1000 GET /v1.0/users 429 | 4000 GET /v1.0/users 429 | 6600 GET "
           "/v1.0/users 200",
           State::passed},
          {"one retry shows no growth", "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 200",
           State::not_exercised},
          {"Retry-After rules",
           "0 GET /v1.0/users 503 retry-after=1s | 1100 GET /v1.0/users 503 retry-after=1s | 2200 "
           "GET /v1.0/users 200",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
