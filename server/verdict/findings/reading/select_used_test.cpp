// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(SelectUsed, JudgesJournals) {
  expect_states(
      select_used,
      {
          {"selects", "0 GET /v1.0/users?$select=id 200 text={\"value\":[]}", State::passed},
          {"selects, without the dollar", "0 GET /v1.0/users?select=id 200 text={\"value\":[]}",
           State::passed},
          {"takes all", "0 GET /v1.0/users 200 text={\"value\":[]}", State::failed},
          {"not a collection", "0 GET /v1.0/users/x 200 text={\"id\":\"x\"}", State::not_exercised},
          {"where a 410 sends it", "0 GET /v1.0/users/delta?$deltatoken= 200 text={\"value\":[]}",
           State::not_exercised},
          {"a next page", "0 GET /v1.0/users?$skiptoken=a 200 text={\"value\":[]}",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
