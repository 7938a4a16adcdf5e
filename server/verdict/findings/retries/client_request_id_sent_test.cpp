// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(ClientRequestIdSent, JudgesJournals) {
  expect_states(
      client_request_id_sent,
      {
          {"one each", "0 GET /v1.0/a 200 id=1 | 20 GET /v1.0/b 200 id=2", State::passed},
          {"a retry may keep it", "0 GET /v1.0/a 429 id=1 | 500 GET /v1.0/a 200 id=1",
           State::passed},
          {"missing", "0 GET /v1.0/a 200", State::failed},
          {"the same for two calls", "0 GET /v1.0/a 200 id=1 | 20 GET /v1.0/b 200 id=1",
           State::failed},
          {"sign-in does not count", "0 POST /t/oauth2/v2.0/token 200", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
