// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NoCraftedSkiptoken, JudgesJournals) {
  expect_states(no_crafted_skiptoken,
                {
                    {"as offered",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$skiptoken=abc 200",
                     State::passed},
                    {"made up",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$skiptoken=abd 200",
                     State::failed},
                    {"spliced into another URL",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$top=5&$skiptoken=abc 200",
                     State::failed},
                    {"none used", "0 GET /v1.0/users 200", State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
