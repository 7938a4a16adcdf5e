// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(ClaimsCapabilityDeclared, JudgesJournals) {
  expect_states(
      claims_capability_declared,
      {
          {"declared",
           "0 POST /t/oauth2/v2.0/token 200 form=claims=cp1 | 20 GET /v1.0/users 401 challenge",
           State::passed},
          {"as MSAL's samples write it",
           "0 POST /t/oauth2/v2.0/token 200 form=claims=CP1 | 20 GET /v1.0/users 401 challenge",
           State::passed},
          {"not declared",
           "0 POST /t/oauth2/v2.0/token 200 form=scope=x | 20 GET /v1.0/users 401 challenge",
           State::failed},
          {"no challenge, no matter", "0 POST /t/oauth2/v2.0/token 200 form=scope=x",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
