// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(PreconditionRefetched, JudgesJournals) {
  expect_states(
      precondition_refetched,
      {
          {"reads, then writes",
           "0 PATCH /v1.0/users/x 412 if-match=1 | 20 GET /v1.0/users/x 200 | 40 PATCH "
           "/v1.0/users/x 204 if-match=2",
           State::passed},
          {"reads, then writes, each answered within its instant",
           "0 PATCH /v1.0/users/x 412 if-match=1 took=0 | 0 GET /v1.0/users/x 200 took=0 | 0 PATCH "
           "/v1.0/users/x 204 if-match=2 took=0",
           State::passed},
          {"reads by a batch, then writes",
           "0 PATCH /v1.0/users/x 412 if-match=1 | 20 POST /v1.0/$batch 200 | 21 GET /v1.0/users/x "
           "200 parent=2 op=1 | 40 PATCH /v1.0/users/x 204 if-match=2",
           State::passed},
          {"writes again",
           "0 PATCH /v1.0/users/x 412 if-match=1 | 40 PATCH /v1.0/users/x 412 if-match=1",
           State::failed},
          {"reads, and writes with the old tag",
           "0 PATCH /v1.0/users/x 412 if-match=1 | 20 GET /v1.0/users/x 200 | 40 PATCH "
           "/v1.0/users/x 412 if-match=1",
           State::failed},
          {"reads that the tag is still the same",
           "0 PATCH /v1.0/users/x 412 if-match=W/\"1\" | 20 GET /v1.0/users/x 200 "
           "text={\"@odata.etag\":\"W/\\\"1\\\"\"} | 40 PATCH /v1.0/users/x 204 "
           "if-match=W/\"1\"",
           State::passed},
          {"another app writes meanwhile",
           "0 PATCH /v1.0/users/x 412 if-match=1 | 20 PATCH /v1.0/users/x 204 app=a2 | 30 "
           "GET /v1.0/users/x 200 | 40 PATCH /v1.0/users/x 204 if-match=2",
           State::passed},
          {"a write that was under way",
           "0 PATCH /v1.0/users/x 412 if-match=1 took=50 | 20 PATCH /v1.0/users/x 204 | "
           "60 GET /v1.0/users/x 200 | 80 PATCH /v1.0/users/x 204 if-match=2",
           State::passed},
          {"leaves it", "0 PATCH /v1.0/users/x 412 if-match=1", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
