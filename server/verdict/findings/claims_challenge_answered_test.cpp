// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(ClaimsChallengeAnswered, JudgesJournals) {
  expect_states(
      claims_challenge_answered,
      {
          {"answered",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "form=claims=x | 50 GET /v1.0/users 200 token=t2",
           State::passed},
          {"without the claims",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "form=scope=y | 50 GET /v1.0/users 200 token=t2",
           State::failed},
          {"same token",
           "0 GET /v1.0/users 401 challenge token=t1 | 50 GET /v1.0/users 401 challenge token=t1",
           State::failed},
          {"looping",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "form=claims=x | 50 GET /v1.0/users 401 challenge token=t2 | 60 POST "
           "/t/oauth2/v2.0/token 200 form=claims=x | 80 GET /v1.0/users 401 challenge token=t3",
           State::failed},
          {"unanswered", "0 GET /v1.0/users 401 challenge", State::failed},
          {"may still", "0 GET /v1.0/users 401 challenge", State::pending, false},
          {"a 403 is left alone", "0 GET /v1.0/users 403 challenge", State::passed},
          {"a 403 is repeated blindly",
           "0 GET /v1.0/users 403 challenge | 50 GET /v1.0/users 403 challenge", State::failed},
          {"no challenge", "0 GET /v1.0/users 401", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
