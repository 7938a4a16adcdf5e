// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(RetriesTransient, JudgesJournals) {
  expect_states(
      retries_transient,
      {
          {"comes back", "0 GET /v1.0/users 429 | 500 GET /v1.0/users 200", State::passed},
          {"comes back after 509", "0 GET /v1.0/users 509 | 500 GET /v1.0/users 200",
           State::passed},
          {"never does", "0 GET /v1.0/users 429 | 500 GET /v1.0/groups 200", State::failed},
          {"may still", "0 GET /v1.0/users 429", State::pending, false},
          {"may still, its wait runs", "0 GET /v1.0/users 429 retry-after=60s", State::pending,
           false},
          {"an operation comes back",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 | 500 POST /v1.0/$batch "
           "200 body=b | 501 GET /v1.0/users 200 parent=3 op=1",
           State::passed},
          {"an operation is forgotten",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1", State::failed},
          {"an operation whose leaving only its batch tells",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 under-way | 500 GET "
           "/v1.0/users 200",
           State::passed},
          {"an operation comes back by itself",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 | 500 GET /v1.0/users "
           "200",
           State::passed},
          {"a request comes back in a batch",
           "0 GET /v1.0/users 429 | 500 POST /v1.0/$batch 200 | 501 GET /v1.0/users 200 parent=2 "
           "op=1",
           State::not_exercised},
          {"comes back, and the number says that it is another call",
           "0 GET /v1.0/a 429 | 900 GET /v1.0/a 200 attempt=1 | 1000 GET /v1.0/users 509 | 2000 "
           "GET /v1.0/users 200",
           State::passed},
          {"a create that may have happened", "0 POST /v1.0/users 504", State::not_exercised},
          {"a create that has not", "0 POST /v1.0/users 503", State::failed},
          {"gives up behind a renewed token",
           "0 GET /v1.0/users 401 state=expired token=t1 | 50 GET /v1.0/users 429 token=t2",
           State::failed},
          {"nothing transient", "0 GET /v1.0/users 404", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
