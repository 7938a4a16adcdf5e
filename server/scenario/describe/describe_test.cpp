// SPDX-License-Identifier: MIT
#include "scenario/describe/describe.hpp"

#include "scenario/default_scenario.hpp"
#include "scenario/describe/explain.hpp"
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

using DescribeRow = std::pair<std::string_view, std::string_view>;

TEST(Describe, When) {
  constexpr DescribeRow kRows[] = {
      {"GET /users", "GET /users"},
      {"{path: /users}", "any method on /users"},
      {"{method: [GET, HEAD], path: /users, page: 2}", "GET, HEAD /users, page 2"},
      {"{method: GET, path: /users, page: {min: 2}}", "GET /users, page at least 2"},
      {"{method: GET, path: /users, query: {$top: present}}", "GET /users, whose $top is present"},
      {"{method: GET, path: /r, headers: {Accept: {contains: csv}}}",
       "GET /r, whose header Accept contains \"csv\""},
      {"{method: POST, path: /users, body: {accountEnabled: true}}",
       "POST /users, with a body {accountEnabled is true}"},
      {"{path: /users, operation: {position: 3}}",
       "any method on /users, as operation 3 of a batch"},
      {"{path: /users, operation: {id: a}}",
       "any method on /users, as an operation of a batch with the id \"a\""},
      {"{path: /users, token: [missing, malformed]}",
       "any method on /users, with a token that is missing or malformed"},
      {"{path: /users, token: {app: a1, roles: [X, Y], has_claim: cp1, lacks_claim: {acrs: c1}}}",
       "any method on /users, whose app is \"a1\", whose token holds X and Y, whose token has the "
       "claim cp1, whose token lacks a claim acrs that is \"c1\""},
  };
  for (const auto& [yaml, words] : kRows) {
    EXPECT_EQ(describe(rule_of("- {when: " + std::string(yaml) + ", then: emulate}").when), words);
  }
}

TEST(Describe, Step) {
  constexpr DescribeRow kRows[] = {
      {"emulate", "the emulation's answer, always"},
      {"{pass: true, times: 2}", "left to the rules below, twice"},
      {"{error: TooManyRequests, retry_after: 2s, times: 2}",
       "429 TooManyRequests, Retry-After 2, twice"},
      {"{error: 429, inner: [a, b], retry_after: {date: 30s}, early: allow}",
       "429 TooManyRequests (a > b), Retry-After as a date 30s ahead (coming back early is "
       "allowed), always"},
      {"{error: 503, retry_after: {raw: '31,120'}, times: 1}",
       "503 serviceNotAvailable, Retry-After \"31,120\", once"},
      {"{error: 422, details: [{code: a, message: b}], times: 7}",
       "422 Request_UnprocessableEntity with 1 detail, 7 times"},
      {"{error: 411}", "411 Length Required, always"},
      {"{error: 401, claims: {access_token: {acrs: {value: c1}}}}",
       "401 InvalidAuthenticationToken, with a challenge for "
       "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}, always"},
      {"{reply: {status: 200, text: abc}}", "200 OK with 3 bytes as written, always"},
      {"{reply: {status: 200, text: a}}", "200 OK with 1 byte as written, always"},
      {"{reply: 204}", "204 No Content with no body, always"},
      {"{emulate: true, delay: 200ms}", "the emulation's answer, after 200ms, always"},
      {"{emulate: true, delay: {min: 50ms, max: 1s}}",
       "the emulation's answer, after 50ms to 1s, always"},
      {"{emulate: true, delay: {median: 80ms, p99: 900ms}}",
       "the emulation's answer, after about 80ms (1 in 100: 900ms), always"},
      {"{fault: reset}", "the emulation's answer, but the connection is reset, always"},
      {"{fault: close}",
       "the emulation's answer, but the connection closes before the first byte, always"},
      {"{fault: {truncate: 40%}}",
       "the emulation's answer, but the body breaks off after 40%, always"},
      {"{fault: {truncate: 9 bytes}}",
       "the emulation's answer, but the body breaks off after 9 bytes, always"},
      {"{fault: {truncate: 1 bytes}}",
       "the emulation's answer, but the body breaks off after 1 byte, always"},
      {"{fault: {drip: 1 bytes/s}}", "the emulation's answer, dripping at 1 byte/s, always"},
      {"{fault: {drip: 100 bytes/s}}", "the emulation's answer, dripping at 100 bytes/s, always"},
      {"{fault: stall}", "the emulation's answer, but nothing is ever sent, always"},
      {"{fault: malformed}", "the emulation's answer, but the JSON is broken, always"},
      {"{fault: empty}", "the emulation's answer, but the body is empty, always"},
      {"{error: 503, fault: html}",
       "503 serviceNotAvailable, but the body is a gateway's HTML page, always"},
      {"{fault: {status_line: 'HTTP/1.1 000 ?'}}",
       "the emulation's answer, with the status line \"HTTP/1.1 000 ?\", always"},
      {"{emulate: true, effect: {expire: token, revoke: token, advance: 61m}}",
       "the emulation's answer, always; then the token expires; then the token is revoked; then "
       "the clock moves on by 61m"},
  };
  for (const auto& [yaml, words] : kRows) {
    EXPECT_EQ(describe(step_of(yaml)), words);
  }
}

TEST(Explain, TellsTheWholeStory) {
  EXPECT_EQ(explain(*scenario_of(R"(
scenario: story
summary: What happens.
tenant:
  license: free
  apps:
    - {id: a1, secret: s, roles: [User.Read.All], secret_expired: true}
    - {id: a2}
    - {id: a3, secret: s, roles: []}
  tokens: {lifetime: 5m, accept: any}
  delay: 20ms
data:
  users: {items: [{id: u1}], page_size: 5}
  collections: [{path: /groups, items: []}]
batch: {on_failure: details}
rules:
  - name: first
    when: GET /users
    per: url
    then: [{error: 429}, emulate]
  - when: GET /groups
    optional: true
    repeat: true
    then: [pass, {fault: reset}]
  - when: PATCH /users/*
    then: {error: 423}
verdict:
  require: [retry-after-honoured]
  ignore: [select-used]
  requests:
    - {when: GET /users, count: 5}
    - {when: GET /groups, count: {min: 1}}
    - {when: GET /me, count: {max: 2}}
  client_exit: 3
  tolerance: 200ms
)")),
            R"(story
What happens.

Tenant: free license.
  The app a1 with User.Read.All; its secret has expired.
  The app a2 with every permission, with any secret.
  The app a3 without any permission.
  Tokens are valid for 5m.
  Any bearer token is accepted.
  Every answer takes 20ms longer.
Data: 1 user, in pages of 5.
  /groups: 0 items, in pages of 100.
Batch: if an operation fails, the whole batch is answered with 422 Request_UnprocessableEntity and a detail for each failure.
Rules (the first one that matches and still has a step to play answers):
  1. first: GET /users (counted for each URL)
     -> 429 TooManyRequests, once
     -> the emulation's answer, once
     then this rule steps aside
  2. GET /groups (not inside a batch; optional)
     -> left to the rules below, once
     -> the emulation's answer, but the connection is reset, once
     then from the beginning
  3. PATCH /users/*
     -> 423 accessDenied, always
Verdict: every rule must be played, and no "must" finding may fail.
  Required: retry-after-honoured.
  Not judged: select-used.
  Number of requests GET /users: exactly 5.
  Number of requests GET /groups: at least 1.
  Number of requests GET /me: at most 2.
  A wait may be 200ms shorter than asked.
  The client must end with exit code 3.
)");
}

TEST(Explain, SaysThatTheDefaultTenantDoesNothing) {
  EXPECT_EQ(explain(*default_scenario()),
            R"(default
A premium tenant with 100 users, 40 of them guests; nothing fails.

Tenant: premium license. Any app may sign in, with every permission.
Data: 100 users, of which 40% are guests, in pages of 100.
Rules: none; the emulation answers everything.
Verdict: every rule must be played, and no "must" finding may fail.
)");
}

}  // namespace
}  // namespace graphfault::scenario
