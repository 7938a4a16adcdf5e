// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(DeltaResynced, JudgesJournals) {
  expect_states(
      delta_resynced,
      {
          {"from the Location",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 location=/v1.0/users/delta?$deltatoken= | 50 "
           "GET /v1.0/users/delta?$deltatoken= 200",
           State::passed},
          {"from the start",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 50 GET /v1.0/users/delta 200",
           State::passed},
          {"goes on with the token",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 50 GET /v1.0/users/delta?$deltatoken=a 410",
           State::failed},
          {"another resource's delta goes on meanwhile",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 20 GET /v1.0/groups/delta?$deltatoken=b "
           "200 "
           "| 50 GET /v1.0/users/delta 200",
           State::passed},
          {"only another resource's",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 20 GET /v1.0/groups/delta 200",
           State::failed},
          {"another app's",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 20 GET /v1.0/users/delta?$deltatoken=b 200 "
           "app=a2 | 50 GET /v1.0/users/delta 200",
           State::passed},
          {"in the words of other resources",
           "0 GET /v1.0/me/events/delta?$deltatoken=a 404 code=SyncStateNotFound | 50 GET "
           "/v1.0/me/events/delta?$deltatoken=a 404",
           State::failed},
          {"starts over, and that is a 410 too",
           "0 GET /v1.0/users/delta?$deltatoken=a 410 | 50 GET /v1.0/users/delta 410",
           State::passed},
          {"gives up", "0 GET /v1.0/users/delta?$deltatoken=a 410", State::failed},
          {"may still", "0 GET /v1.0/users/delta?$deltatoken=a 410", State::pending, false},
          {"a 410 elsewhere", "0 GET /v1.0/users/x 410", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
