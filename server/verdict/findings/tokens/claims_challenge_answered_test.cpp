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
          {"with a capability, and no claims",
           "0 GET /v1.0/users 401 challenge={\"access_token\":{\"acrs\":{\"value\":\"c1\"}}} "
           "token=t1 "
           "| 20 POST /t/oauth2/v2.0/token 200 "
           "form=claims={\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}} | 50 GET "
           "/v1.0/users "
           "401 token=t2",
           State::failed},
          {"with both",
           "0 GET /v1.0/users 401 challenge={\"access_token\":{\"acrs\":{\"value\":\"c1\"}}} "
           "token=t1 "
           "| 20 POST /t/oauth2/v2.0/token 200 "
           "form=claims={\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]},\"acrs\":{\"value\":"
           "\"c1\"}}"
           "} | 50 GET /v1.0/users 200 token=t2",
           State::passed},
          {"after a sign-in for something else",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "form=scope=y | 30 POST /t/oauth2/v2.0/token 200 form=claims=x | 50 GET /v1.0/users 200 "
           "token=t2",
           State::passed},
          {"sign-in refuses the claims",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 400 "
           "form=claims=x",
           State::passed},
          {"sign-in refuses, without the claims",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 400 "
           "form=scope=y",
           State::failed},
          {"answered by a client that numbers other retries",
           "0 GET /v1.0/a 429 | 900 GET /v1.0/a 200 attempt=1 | 1000 GET /v1.0/users 401 challenge "
           "token=t1 | 1020 POST /t/oauth2/v2.0/token 200 form=claims=x | 1050 GET /v1.0/users 200 "
           "token=t2",
           State::passed},
          {"answered between numbered retries",
           "0 GET /v1.0/users 429 token=t1 | 900 GET /v1.0/users 401 challenge token=t1 attempt=1 "
           "| "
           "1020 POST /t/oauth2/v2.0/token 200 form=claims=x | 1050 GET /v1.0/users 200 token=t2 "
           "attempt=1",
           State::passed},
          {"answered by a client that keeps ids on other retries",
           "0 GET /v1.0/a 429 id=x | 900 GET /v1.0/a 200 id=x | 1000 GET /v1.0/users 401 challenge "
           "token=t1 id=y | 1020 POST /t/oauth2/v2.0/token 200 form=claims=x | 1050 GET "
           "/v1.0/users "
           "200 token=t2 id=z",
           State::passed},
          {"same token",
           "0 GET /v1.0/users 401 challenge token=t1 | 50 GET /v1.0/users 401 challenge token=t1",
           State::failed},
          {"looping",
           "0 GET /v1.0/users 401 challenge token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "form=claims=x | 50 GET /v1.0/users 401 challenge token=t2 | 60 POST "
           "/t/oauth2/v2.0/token 200 form=claims=x | 80 GET /v1.0/users 401 challenge token=t3",
           State::failed},
          {"with a token that names no app",
           "0 GET /v1.0/users 401 challenge token=t1 app= | 50 GET /v1.0/users 200 token=t2 app=",
           State::not_exercised},
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
