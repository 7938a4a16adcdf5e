// SPDX-License-Identifier: MIT
#include "engine/rules/matching.hpp"

#include "engine/testing/served.hpp"
#include "graph/odata/page_token.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

using testing::Served;

struct MatchCase {
  const char* when;
  const char* method;
  std::string target;
  http::Headers headers{};
  std::string body{};
  bool matches = true;
};

// The rule answers with a status of its own, 299, where it matches.
bool matched(const MatchCase& c) {
  Served served("scenario: t\nrules:\n  - when: " + std::string(c.when) +
                "\n    then: {reply: {status: 299}}\n");
  http::Headers headers = c.headers;
  return served.call(c.method, c.target, headers, c.body).response.status == 299;
}

std::string second_page() {
  return "/v1.0/users?$skiptoken=" + graph::write_page_token({.page = 2});
}

TEST(Matching, Cases) {
  const MatchCase cases[] = {
      {"GET /users", "GET", "/v1.0/users"},
      {"GET /users", "GET", "/beta/users"},
      {"GET /users", "GET", "/V1.0/Users/"},
      {.when = "GET /users", .method = "POST", .target = "/v1.0/users", .matches = false},
      {.when = "GET /users", .method = "HEAD", .target = "/v1.0/users", .matches = false},
      {.when = "GET /users", .method = "GET", .target = "/users", .matches = false},
      {"{path: /users}", "DELETE", "/v1.0/users"},
      {"{path: /users}", "FROBNICATE", "/v1.0/users"},
      {.when = "{path: /users}", .method = "OPTIONS", .target = "/v1.0/users", .matches = false},
      {"HEAD /users", "HEAD", "/v1.0/users"},
      {"GET /beta/users", "GET", "/beta/users"},
      {.when = "GET /beta/users", .method = "GET", .target = "/v1.0/users", .matches = false},
      {"GET /users/*", "GET", "/v1.0/users('a@b.c')"},
      {"GET /users/*", "GET", "/v1.0/users/a%40b.c"},
      {.when = "GET /users/*", .method = "GET", .target = "/v1.0/users/delta", .matches = false},
      {.when = "GET /users/*", .method = "GET", .target = "/v1.0/users/$count", .matches = false},
      {"GET /users/**", "GET", "/v1.0/users/a/messages/b"},
      {"{path: /users, query: {$top: 5}}", "GET", "/v1.0/users?$top=5"},
      {"{path: /users, query: {top: 5}}", "GET", "/v1.0/users?$select=id&$top=5"},
      {"{path: /users, query: {$top: 5}}", "GET", "/v1.0/users?top=5"},
      {"{path: /users, query: {$top: 5}}", "GET", "/v1.0/users?%24top=5"},
      {.when = "{path: /users, query: {$top: 5}}",
       .method = "GET",
       .target = "/v1.0/users?$top=6",
       .matches = false},
      {.when = "{path: /users, query: {$top: present}}",
       .method = "GET",
       .target = "/v1.0/users",
       .matches = false},
      {"{path: /users, query: {$top: absent}}", "GET", "/v1.0/users"},
      {"{path: /users, query: {$top: {min: 5}}}", "GET", "/v1.0/users?$top=50"},
      {.when = "{path: /users, headers: {Accept: {contains: csv}}}",
       .method = "GET",
       .target = "/v1.0/users",
       .headers = {{"accept", "text/csv"}}},
      {.when = "{path: /users, headers: {Accept: {contains: csv}}}",
       .method = "GET",
       .target = "/v1.0/users",
       .headers = {{"accept", "text/plain"}},
       .matches = false},
      {.when = "{method: POST, path: /users, body: {accountEnabled: true}}",
       .method = "POST",
       .target = "/v1.0/users",
       .body = R"({"a":1,"accountEnabled":true})"},
      {.when = "{method: POST, path: /users, body: {accountEnabled: true}}",
       .method = "POST",
       .target = "/v1.0/users",
       .body = R"({"accountEnabled":false})",
       .matches = false},
      {.when = "{method: POST, path: /users, body: {accountEnabled: true}}",
       .method = "POST",
       .target = "/v1.0/users",
       .body = "{broken",
       .matches = false},
      {.when = "{method: POST, path: /users, body: {accountEnabled: true}}",
       .method = "POST",
       .target = "/v1.0/users",
       .matches = false},
      {"{path: /users, page: 1}", "GET", "/v1.0/users"},
      {"{path: /users, page: 2}", "GET", second_page()},
      {.when = "{path: /users, page: 1}",
       .method = "GET",
       .target = second_page(),
       .matches = false},
      {.when = "{path: /users, page: 1}",
       .method = "POST",
       .target = "/v1.0/users",
       .matches = false},
      {.when = "{path: /users, page: 1}",
       .method = "GET",
       .target = "/v1.0/users?$skiptoken=foreign",
       .matches = false},
      {.when = "{path: /users, operation: {position: 1}}",
       .method = "GET",
       .target = "/v1.0/users",
       .matches = false},
      {"{path: /users, token: valid}", "GET", "/v1.0/users"},
      {.when = "{path: /users, token: missing}",
       .method = "GET",
       .target = "/v1.0/users",
       .matches = false},
      {.when = "{path: /users, token: missing}",
       .method = "GET",
       .target = "/v1.0/users",
       .headers = {{"Authorization", "none"}}},
      {.when = "{path: /users, token: malformed}",
       .method = "GET",
       .target = "/v1.0/users",
       .headers = {{"Authorization", "Bearer Junk"}}},
      {"{path: /users, token: {app: 11111111-2222-3333-4444-555555555555}}", "GET", "/v1.0/users"},
      {.when = "{path: /users, token: {app: other}}",
       .method = "GET",
       .target = "/v1.0/users",
       .matches = false},
      {"{path: /users, token: {roles: [User.Read.All]}}", "GET", "/v1.0/users"},
      {"{path: /users, token: {lacks_claim: {acrs: c1}}}", "GET", "/v1.0/users"},
      {.when = "{path: /users, token: {has_claim: {acrs: c1}}}",
       .method = "GET",
       .target = "/v1.0/users",
       .matches = false},
  };
  for (const MatchCase& c : cases) {
    EXPECT_EQ(matched(c), c.matches) << c.when << " | " << c.method << " " << c.target;
  }
}

TEST(Matching, ClaimsOfTheToken) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: {path: /users, token: {has_claim: {acrs: c1}}}\n"
      "    then: {reply: {status: 299}}\n");
  graph::Token token = served.token();
  token.claims = {{"acrs", {"c0", "c1"}}};
  EXPECT_EQ(served.get("/v1.0/users", {{"Authorization", Served::bearer(token)}}).response.status,
            299);
}

TEST(Matching, RolesOfTheToken) {
  Served served(
      "scenario: t\nrules:\n"
      "  - when: {path: /users, token: {roles: [User.Read.All, Mail.Read]}}\n"
      "    then: {reply: {status: 299}}\n");
  graph::Token token = served.token();
  token.all_roles = false;
  token.roles = {"User.Read.All"};
  EXPECT_NE(served.get("/v1.0/users", {{"Authorization", Served::bearer(token)}}).response.status,
            299);
  token.roles = {"Mail.Read", "User.Read.All"};
  EXPECT_EQ(served.get("/v1.0/users", {{"Authorization", Served::bearer(token)}}).response.status,
            299);
}

}  // namespace
}  // namespace graphfault::engine
