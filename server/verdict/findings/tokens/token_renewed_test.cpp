// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(TokenRenewed, JudgesJournals) {
  expect_states(
      token_renewed,
      {
          {"renewed",
           "0 GET /v1.0/users 401 state=expired token=t1 | 20 POST /t/oauth2/v2.0/token 200 "
           "lifetime=3599 | 50 GET /v1.0/users 200 token=t2",
           State::passed},
          {"same token again",
           "0 GET /v1.0/users 401 state=expired token=t1 | 50 GET /v1.0/users 401 state=expired "
           "token=t1",
           State::failed},
          {"gives up", "0 GET /v1.0/users 401 state=expired token=t1", State::failed},
          {"renews twice",
           "0 GET /v1.0/users 401 state=expired token=t1 | 50 GET /v1.0/users 401 state=expired "
           "token=t2 | 90 GET /v1.0/users 401 state=expired token=t3",
           State::failed},
          {"renewed by a client that numbers other retries",
           "0 GET /v1.0/a 429 | 900 GET /v1.0/a 200 attempt=1 | 1000 GET /v1.0/users 401 "
           "state=expired token=t1 | 1050 GET /v1.0/users 200 token=t2",
           State::passed},
          {"sign-in gives no other token",
           "0 GET /v1.0/users 401 state=expired token=t1 | 20 POST /t/oauth2/v2.0/token 401",
           State::passed},
          {"sign-in gives one in the end, and the call is forgotten",
           "0 GET /v1.0/users 401 state=expired token=t1 | 20 POST /t/oauth2/v2.0/token 503 | 900 "
           "POST /t/oauth2/v2.0/token 200",
           State::failed},
          {"a rule says that a good token has run out, and the client believes it",
           "0 GET /v1.0/users 401 run-out token=t1 | 50 GET /v1.0/users 200 token=t2",
           State::passed},
          {"a rule says that a good token has run out, and the client stops",
           "0 GET /v1.0/users 401 run-out", State::failed},
          {"a rule says something else of a good token", "0 GET /v1.0/users 401",
           State::not_exercised},
          {"may still", "0 GET /v1.0/users 401 state=expired token=t1", State::pending, false},
          {"a junk token is not renewed", "0 GET /v1.0/users 401 state=malformed token=junk",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
