// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NoRetryOfPermanent, JudgesJournals) {
  expect_states(
      no_retry_of_permanent,
      {
          {"takes no for an answer", "0 GET /v1.0/users 403", State::passed},
          {"repeats a 403", "0 GET /v1.0/users 403 | 2000 GET /v1.0/users 403", State::failed},
          {"repeats a 404", "0 GET /v1.0/users/x 404 | 2000 GET /v1.0/users/x 404", State::failed},
          {"repeats a 401 with the same token",
           "0 GET /v1.0/users 401 token=t1 | 50 GET /v1.0/users 401 token=t1", State::failed},
          {"repeats a 401 with another token",
           "0 GET /v1.0/users 401 token=t1 | 50 GET /v1.0/users 200 token=t2", State::passed},
          {"a write in between may have helped",
           "0 GET /v1.0/users/x 404 | 50 POST /v1.0/users 201 | 100 GET /v1.0/users/x 200",
           State::passed},
          {"a link that the list offers anew",
           "0 GET /v1.0/u?$skiptoken=a 400 | 50 GET /v1.0/u 200 next=/v1.0/u?$skiptoken=a | 90 GET "
           "/v1.0/u?$skiptoken=a 200",
           State::passed},
          {"a link that the list had offered before",
           "0 GET /v1.0/u 200 next=/v1.0/u?$skiptoken=a | 50 GET /v1.0/u?$skiptoken=a 400 | 90 GET "
           "/v1.0/u?$skiptoken=a 400",
           State::failed},
          {"a device code is asked again",
           "0 POST /t/oauth2/v2.0/token 400 code=authorization_pending | 5000 POST "
           "/t/oauth2/v2.0/token 200",
           State::passed},
          {"a 409 is not permanent", "0 PATCH /v1.0/users/x 409 | 500 PATCH /v1.0/users/x 204",
           State::not_exercised},
          {"nothing refused", "0 GET /v1.0/users 200", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
