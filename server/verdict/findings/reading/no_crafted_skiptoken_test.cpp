// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(NoCraftedSkiptoken, JudgesJournals) {
  expect_states(
      no_crafted_skiptoken,
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
          {"as an operation's answer offered",
           "0 POST /v1.0/$batch 200 "
           "text={\"@odata.nextLink\":\"http://localhost:8080/v1.0/a?$skiptoken=z\"} | 1 GET "
           "/v1.0/a 200 parent=1 op=1 next=/v1.0/a?$skiptoken=abc | 1 GET /v1.0/b 200 "
           "parent=1 op=2 next=/v1.0/b?$skiptoken=abd | 50 GET /v1.0/b?$skiptoken=abd 200",
           State::passed},
          {"as nobody but a batch's own text offered",
           "0 POST /v1.0/$batch 200 "
           "text={\"@odata.nextLink\":\"http://localhost:8080/v1.0/a?$skiptoken=z\"} | 50 GET "
           "/v1.0/a?$skiptoken=z 200",
           State::failed},
          {"maybe offered in the part of a page that was not kept",
           "0 GET /v1.0/users 200 kept-in-part | 50 GET /v1.0/users?$skiptoken=abc 200",
           State::not_exercised},
          {"maybe offered by an exchange that is no longer kept",
           "50 GET /v1.0/users?$skiptoken=abc 200 sequence=9", State::not_exercised},
          {"none used", "0 GET /v1.0/users 200", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
