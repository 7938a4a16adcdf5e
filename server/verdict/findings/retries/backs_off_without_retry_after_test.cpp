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
          {"stays the same, give or take a millisecond",
           "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 503 | 2001 GET /v1.0/users 503 | 3003 GET "
           "/v1.0/users 200",
           State::failed},
          {"two waits with jitter show neither",
           "0 GET /v1.0/users 503 | 4400 GET /v1.0/users 503 | 8510 GET /v1.0/users 200",
           State::not_exercised},
          {"grows in spite of jitter",
           "0 GET /v1.0/users 503 | 4400 GET /v1.0/users 503 | 8510 GET /v1.0/users 503 | 13600 "
           "GET "
           "/v1.0/users 200",
           State::passed},
          {"a Retry-After that nobody can read rules all the same",
           "0 GET /v1.0/users 429 header=Retry-After:31,120 | 31000 GET /v1.0/users 429 "
           "header=Retry-After:31,120 | 62000 GET /v1.0/users 200",
           State::not_exercised},
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
