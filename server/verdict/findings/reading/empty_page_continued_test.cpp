// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(EmptyPageContinued, JudgesJournals) {
  expect_states(
      empty_page_continued,
      {
          {"goes on",
           "0 GET /v1.0/users 200 empty=/v1.0/users?$skiptoken=abc | 50 GET "
           "/v1.0/users?$skiptoken=abc 200",
           State::passed},
          {"takes it for the end", "0 GET /v1.0/users 200 empty=/v1.0/users?$skiptoken=abc",
           State::failed},
          {"may still go on", "0 GET /v1.0/users 200 empty=/v1.0/users?$skiptoken=abc",
           State::pending, false},
          {"a batch is no page", "0 POST /v1.0/$batch 200 empty=/v1.0/users?$skiptoken=abc",
           State::not_exercised},
          {"goes on inside a batch",
           "0 GET /v1.0/users 200 empty=/v1.0/users?$skiptoken=abc | 50 POST /v1.0/$batch "
           "200 | 51 GET /v1.0/users?$skiptoken=abc 200 parent=2 op=1",
           State::passed},
          {"no empty page",
           "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
           "/v1.0/users?$skiptoken=abc 200",
           State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
