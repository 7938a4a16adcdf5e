// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(GivesUpInBounds, JudgesJournals) {
  expect_states(
      gives_up_in_bounds,
      {
          {"eleven attempts",
           "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 503 | 2000 GET /v1.0/users 503 | 3000 GET "
           "/v1.0/users 503 | 4000 GET /v1.0/users 503 | 5000 GET /v1.0/users 503 | 6000 GET "
           "/v1.0/users 503 | 7000 GET /v1.0/users 503 | 8000 GET /v1.0/users 503 | 9000 GET "
           "/v1.0/users 503 | 10000 GET /v1.0/users 503",
           State::passed},
          {"twelve attempts",
           "0 GET /v1.0/users 503 | 1000 GET /v1.0/users 503 | 2000 GET /v1.0/users 503 | 3000 GET "
           "/v1.0/users 503 | 4000 GET /v1.0/users 503 | 5000 GET /v1.0/users 503 | 6000 GET "
           "/v1.0/users 503 | 7000 GET /v1.0/users 503 | 8000 GET /v1.0/users 503 | 9000 GET "
           "/v1.0/users 503 | 10000 GET /v1.0/users 503 | 11000 GET /v1.0/users 503",
           State::failed},
          {"half an hour and more", "0 GET /v1.0/users 503 | 1801000 GET /v1.0/users 503",
           State::failed},
          {"a user who takes long with the device code",
           "0 POST /t/oauth2/v2.0/token 400 code=authorization_pending | 1801000 POST "
           "/t/oauth2/v2.0/token 200",
           State::not_exercised},
          {"one attempt", "0 GET /v1.0/users 503", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
