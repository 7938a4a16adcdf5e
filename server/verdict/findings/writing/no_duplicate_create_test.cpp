// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NoDuplicateCreate, JudgesJournals) {
  expect_states(
      no_duplicate_create,
      {
          {"looks first",
           "0 POST /v1.0/users 0 cut | 20 GET /v1.0/users/x 200 | 50 POST /v1.0/users 201",
           State::passed},
          {"looks first, by a batch",
           "0 POST /v1.0/users 0 cut | 20 POST /v1.0/$batch 200 | 21 GET /v1.0/users 200 parent=2 "
           "op=1 | 50 POST /v1.0/users 201",
           State::passed},
          {"leaves it", "0 POST /v1.0/users 504", State::passed},
          {"repeats blindly", "0 POST /v1.0/users 0 cut | 50 POST /v1.0/users 201", State::failed},
          {"repeats after a 504", "0 POST /v1.0/users 504 | 3000 POST /v1.0/users 400",
           State::failed},
          {"a 429 was not executed", "0 POST /v1.0/users 429 | 3000 POST /v1.0/users 201",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
