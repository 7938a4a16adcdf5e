// SPDX-License-Identifier: MIT
#include "scenario/when.hpp"

#include "scenario/testing/row_request.hpp"
#include "scenario/testing/when_rows.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace graphfault::scenario {
namespace {

TEST(When, MatchesAsTheTableSays) {
  for (const WhenRow& row : when_rows()) {
    const RowRequest request(row);
    EXPECT_EQ(matches(when_of(row.when), request.asked()), row.matches) << name_of(row);
  }
}

TEST(When, SaysThatNothingIsWrongWhereItMatches) {
  for (const WhenRow& row : when_rows()) {
    const RowRequest request(row);
    const When when = when_of(row.when);
    if (row.matches) {
      EXPECT_EQ(mismatch(when, request.asked()), std::nullopt) << name_of(row);
    }
  }
}

struct WhyRow {
  WhenRow row{};
  Mismatch why{};
  const char* text = "";
};

TEST(When, SaysWhichPartFailsFirst) {
  using Part = Mismatch::Part;
  const std::string users = "/v1.0/users";
  const WhyRow rows[] = {
      {{.when = "GET /beta/users", .target = users}, {Part::version}, "its version is beta"},
      {{.when = "GET /users", .target = "/users"},
       {Part::version},
       "Graph paths begin with /v1.0 or /beta"},
      {{.when = "{method: [PUT, POST], path: /users}", .target = users},
       {Part::method},
       "its method is PUT or POST"},
      {{.when = "{path: /users}", .method = "HEAD", .target = users},
       {Part::method},
       "only rules that name OPTIONS or HEAD match them"},
      {{.when = "GET /users, in_batch: false", .target = users, .operation = "x"},
       {Part::batch},
       "it is not for operations of a batch (in_batch: false)"},
      {{.when = "{path: /users, operation: {id: y}}", .target = users},
       {Part::batch},
       "it is for operations of a batch only"},
      {{.when = "{path: /users, operation: {id: y, position: 2}}",
        .target = users,
        .operation = "x"},
       {Part::operation},
       "it is for operation id y at position 2"},
      {{.when = "{path: /users, query: {$a: 1, $b: absent}}", .target = users + "?a=1&b=2"},
       {Part::query, 1},
       "it asks that query option b is absent"},
      {{.when = "{path: /users, headers: {A: absent, B: {contains: x}}}", .target = users},
       {Part::header, 1},
       "it asks that header B contains \"x\""},
      {{.when = "{path: /users, page: 2}", .target = users},
       {Part::page},
       "it asks that page is 2"},
      {{.when = "{path: /users, token: {state: expired, app: x}}", .target = users},
       {Part::token_state},
       "it needs a token in another state"},
      {{.when = "{path: /users, token: {app: x}, body: present}", .target = users},
       {Part::token},
       "its `token` does not match"},
      {{.when = "{path: /users, body: present}", .target = users},
       {Part::body},
       "its `body` does not match"},
      {{.when = "{handshake: x}", .target = "y"}, {Part::host}, "it asks that the host is \"x\""},
  };
  for (const WhyRow& row : rows) {
    const RowRequest request(row.row);
    const When when = when_of(row.row.when);
    const auto why = mismatch(when, request.asked());
    EXPECT_EQ(why, row.why) << name_of(row.row);
    EXPECT_EQ(describe(row.why, when), row.text);
  }
  EXPECT_EQ(describe({.part = Part::played_out}, When{}), "all its steps have been played");
}

}  // namespace
}  // namespace graphfault::scenario
