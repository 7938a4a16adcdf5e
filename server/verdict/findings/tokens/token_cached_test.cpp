// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(TokenCached, JudgesJournals) {
  expect_states(
      token_cached,
      {
          {"one token, many calls",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 20 GET /v1.0/users "
           "200 | 40 GET /v1.0/groups 200",
           State::passed},
          {"a token a call",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 20 GET /v1.0/users "
           "200 | 40 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 60 GET "
           "/v1.0/groups 200",
           State::failed},
          {"renewed near its end",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=10 form=client_id=a | 20 GET /v1.0/users 200 "
           "| 30 GET /v1.0/users 200 | 9000 POST /t/oauth2/v2.0/token 200 lifetime=10 "
           "form=client_id=a",
           State::passed},
          {"renewed after a 401",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 20 GET /v1.0/users "
           "401 | 40 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a",
           State::not_exercised},
          {"asked for with claims",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 20 GET /v1.0/users "
           "200 | 40 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a&claims=x",
           State::not_exercised},
          {"two apps",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 40 POST "
           "/t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=b",
           State::not_exercised},
          {"one call shows no caching",
           "0 POST /t/oauth2/v2.0/token 200 lifetime=3599 form=client_id=a | 20 GET /v1.0/users "
           "200",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
