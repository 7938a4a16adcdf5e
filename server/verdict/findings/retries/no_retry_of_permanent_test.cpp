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
          {"repeats an operation's 403 in the next batch",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 403 parent=1 op=1 | 500 POST /v1.0/$batch 200 "
           "| "
           "501 GET /v1.0/a 403 parent=3 op=1",
           State::failed},
          {"an operation's 404, and it is made before it is asked for again",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a/x 404 parent=1 op=1 | 500 POST /v1.0/$batch "
           "200 "
           "| 501 POST /v1.0/a 201 parent=3 op=1 | 501 GET /v1.0/a/x 200 parent=3 op=2",
           State::passed},
          {"repeats without a number what its library would have numbered",
           "0 GET /v1.0/a 429 | 900 GET /v1.0/a 200 attempt=1 | 1000 GET /v1.0/users 403 | 3000 "
           "GET "
           "/v1.0/users 403",
           State::failed},
          {"a 409 is not permanent", "0 PATCH /v1.0/users/x 409 | 500 PATCH /v1.0/users/x 204",
           State::not_exercised},
          {"nothing refused", "0 GET /v1.0/users 200", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
