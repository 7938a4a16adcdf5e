// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(ConsistencyLevelResent, JudgesJournals) {
  expect_states(consistency_level_resent,
                {
                    {"sent again",
                     "0 GET /v1.0/users 200 consistency=eventual next=/v1.0/users?$skiptoken=abc | "
                     "50 GET /v1.0/users?$skiptoken=abc 200 consistency=eventual",
                     State::passed},
                    {"forgotten",
                     "0 GET /v1.0/users 200 consistency=eventual next=/v1.0/users?$skiptoken=abc | "
                     "50 GET /v1.0/users?$skiptoken=abc 200",
                     State::failed},
                    {"never sent",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$skiptoken=abc 200",
                     State::not_exercised},
                    {"page two not asked for",
                     "0 GET /v1.0/users 200 consistency=eventual next=/v1.0/users?$skiptoken=abc",
                     State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
