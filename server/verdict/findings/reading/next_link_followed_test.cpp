// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NextLinkFollowed, JudgesJournals) {
  expect_states(next_link_followed,
                {
                    {"followed",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$skiptoken=abc 200",
                     State::passed},
                    {"re-encoded is verbatim too",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?%24skiptoken=abc 200",
                     State::passed},
                    {"stops after page one",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc", State::failed},
                    {"stops after page two",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc | 50 GET "
                     "/v1.0/users?$skiptoken=abc 200 next=/v1.0/users?$skiptoken=abcd",
                     State::failed},
                    {"a broken page offers nothing",
                     "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc fault=malformed | 50 "
                     "GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abd | 90 GET "
                     "/v1.0/users?$skiptoken=abd 200",
                     State::passed},
                    {"may still follow", "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=abc",
                     State::pending, false},
                    {"one page", "0 GET /v1.0/users 200 text={\"value\":[]}", State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
