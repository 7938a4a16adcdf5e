// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(PageSizeSensible, JudgesJournals) {
  expect_states(
      page_size_sensible,
      {
          {"a hundred", "0 GET /v1.0/users?$top=100 200", State::passed},
          {"many tiny pages",
           "0 GET /v1.0/users?$top=5&$skiptoken=a 200 next=/v1.0/users?$top=5&$skiptoken=b",
           State::failed},
          {"a tiny first page is fine", "0 GET /v1.0/users?$top=1 200", State::passed},
          {"many tiny pages, without the dollar",
           "0 GET /v1.0/users?top=5&$skiptoken=a 200 next=/v1.0/users?top=5&$skiptoken=b",
           State::failed},
          {"more than Graph gives", "0 GET /v1.0/users?$top=1000 400", State::failed},
          {"no choice made", "0 GET /v1.0/users 200", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
