// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kWhenRows[] = {
    {R"~(rules: {when: GET /users}
)~",
     R"~(bad.yaml:1:8: `rules` takes a list of rules, not a map
  rules: {when: GET /users}
         ^
  each begins with `- when:` or `- name:`
)~"},
    {R"~(rules:
- when: GET /users
- then: emulate
- 5
- {when: GET /users, then: emulate, of: tenant, per: user, repeat: no, name: ""}
)~",
     R"~(bad.yaml:2:3: a rule needs `then`
  - when: GET /users
    ^
  say what it answers: `then: {error: 429}`
bad.yaml:3:3: a rule needs `when`
  - then: emulate
    ^
  say which requests it is for: `when: GET /users`
bad.yaml:4:3: a rule takes a map, not a single value
  - 5
    ^
  its keys: name, when, then, per, repeat, in_batch or optional
bad.yaml:5:37: unknown key `of` in a rule
  - {when: GET /users, then: emulate, of: tenant, per: user, repeat: no, name: ""}
                                      ^
  allowed: name, when, then, per, repeat, in_batch or optional
bad.yaml:5:54: `per` cannot be `user`
  - {when: GET /users, then: emulate, of: tenant, per: user, repeat: no, name: ""}
                                                       ^
  allowed: tenant, url, token or app
bad.yaml:5:68: `repeat` cannot be `no`
  - {when: GET /users, then: emulate, of: tenant, per: user, repeat: no, name: ""}
                                                                     ^
  allowed: true or false
bad.yaml:5:78: `name` cannot be empty
  - {when: GET /users, then: emulate, of: tenant, per: user, repeat: no, name: ""}
                                                                               ^
)~"},
    {R"~(rules:
- {when: /users, then: emulate}
- {when: GET, then: emulate}
- {when: GTE /users, then: emulate}
- {when: "GE(T /users", then: emulate}
- {when: GET users, then: emulate}
- {when: "GET /users?$top=5", then: emulate}
- {when: "GET https://graph.microsoft.com/v1.0/users?$top=5", then: emulate}
- {when: GET /users/, then: emulate}
- {when: "GET /users/a*", then: emulate}
- {when: "GET /**/x", then: emulate}
- {when: {}, then: emulate}
- {when: [GET /users], then: emulate}
- {when: {methods: GET}, then: emulate}
- {when: {method: []}, then: emulate}
- {when: GET /contoso/oauth2/v2.0/token, then: emulate}
)~",
     R"~(bad.yaml:2:10: `/users` has no method
  - {when: /users, then: emulate}
           ^
  write `GET /users`, or {path: /users} for any method
bad.yaml:3:10: `GET` has no path
  - {when: GET, then: emulate}
           ^
  the short form is METHOD path: `GET /users`
bad.yaml:4:10: `GTE` is not an HTTP method
  - {when: GTE /users, then: emulate}
           ^
  did you mean `GET`?
bad.yaml:5:10: `GE(T` is not an HTTP method
  - {when: "GE(T /users", then: emulate}
           ^
  did you mean `GET`? allowed: GET, POST, PATCH, PUT, DELETE, OPTIONS, CONNECT, TRACE or HEAD
bad.yaml:6:10: the path `users` does not begin with /
  - {when: GET users, then: emulate}
           ^
  write `/users`
bad.yaml:7:10: the path `/users?$top=5` has a query
  - {when: "GET /users?$top=5", then: emulate}
           ^
  write `path: /users` and the options under `query:`
bad.yaml:8:10: a path must not have a host
  - {when: "GET https://graph.microsoft.com/v1.0/users?$top=5", then: emulate}
           ^
  write `/v1.0/users`
bad.yaml:9:10: the path has an empty segment
  - {when: GET /users/, then: emulate}
           ^
  it has two / in a row, or one at the end
bad.yaml:10:10: `a*` mixes a wildcard with text
  - {when: "GET /users/a*", then: emulate}
           ^
  `*` and `{name}` stand for a whole segment
bad.yaml:11:10: `**` stands for the rest of a path, so nothing can follow it
  - {when: "GET /**/x", then: emulate}
           ^
  write `*` for one segment
bad.yaml:12:10: `when` has no condition
  - {when: {}, then: emulate}
           ^
  for every request write {path: /**}
bad.yaml:13:10: `when` takes a map, not a list
  - {when: [GET /users], then: emulate}
           ^
  its keys: method, path, query, headers, body, page, operation, token or handshake
bad.yaml:14:11: unknown key `methods` in `when`
  - {when: {methods: GET}, then: emulate}
            ^
  did you mean `method`? allowed: method, path, query, headers, body, page, operation, token or handshake
bad.yaml:15:19: `method` is an empty list
  - {when: {method: []}, then: emulate}
                    ^
  leave it out for any method
bad.yaml:16:10: a sign-in path is written without its tenant
  - {when: GET /contoso/oauth2/v2.0/token, then: emulate}
           ^
  write `/oauth2/v2.0/token`; the tenant is the one that runs the scenario
)~"},
    {R"~(rules:
- when:
    path: [/users]
    query: {$top: [5], top: 6, $skip: }
    headers: {"a b": x}
    page: 0
    operation: {}
    token: {}
  then: emulate
)~",
     R"~(bad.yaml:3:11: `path` takes text, not a list
      path: [/users]
            ^
bad.yaml:4:19: `$top` takes a value or a test, not a list
      query: {$top: [5], top: 6, $skip: }
                    ^
  for alternatives write {any_of: [...]}
bad.yaml:4:32: `$skip` takes a value or a test, not nothing
      query: {$top: [5], top: 6, $skip: }
                                 ^
  for a value that is not there write `absent`
bad.yaml:5:14: `a b` cannot be a header's name
      headers: {"a b": x}
               ^
bad.yaml:6:11: `page` cannot be `0`
      page: 0
            ^
  pages are counted from 1
bad.yaml:7:16: `operation` has no condition
      operation: {}
                 ^
  allowed: id or position
bad.yaml:8:12: `token` has no condition
      token: {}
             ^
  allowed: state, app, roles, has_claim or lacks_claim
)~"},
    {R"~(rules:
- when: {path: /users, query: {a: {contain: x}, b: {contains: x, glob: y}, c: {matches: "("}, d: {min: 5, max: 3}, e: {min: x}, f: {any_of: []}, g: {not: [1]}, h: {}}}
  then: emulate
- when: {path: /users, page: first, operation: {position: 21}, query: x}
  then: emulate
- when: {path: /users, operation: 3, token: exspired}
  then: emulate
- when: {path: /users, body: {a: {matches: "["}, b: [{any_of: x}]}}
  then: emulate
)~",
     R"~(bad.yaml:2:36: unknown key `contain` in the test of `a`
  - when: {path: /users, query: {a: {contain: x}, b: {contains: x, glob: y}, c: {matches: "("}, d: {mi...
                                     ^
  did you mean `contains`? allowed: equals, contains, glob, matches, not, any_of, min or max
bad.yaml:2:52: `b` takes one test
  ... when: {path: /users, query: {a: {contain: x}, b: {contains: x, glob: y}, c: {matches: "("}, d: {min...
                                                       ^
  `min` and `max` go together; for alternatives write {any_of: [...]}
bad.yaml:2:89: the regular expression is not valid: missing ): (
  ...tain: x}, b: {contains: x, glob: y}, c: {matches: "("}, d: {min: 5, max: 3}, e: {min: x}, f: {any_of...
                                                       ^
  the syntax is RE2's, and the whole value has to match
bad.yaml:2:98: no number can be at least `min` and at most `max`
  ... b: {contains: x, glob: y}, c: {matches: "("}, d: {min: 5, max: 3}, e: {min: x}, f: {any_of: []}, g:...
                                                       ^
  `min` is 5, `max` is 3
bad.yaml:2:125: `min` takes a number
  ... c: {matches: "("}, d: {min: 5, max: 3}, e: {min: x}, f: {any_of: []}, g: {not: [1]}, h: {}}}
                                                       ^
bad.yaml:2:141: `any_of` takes a list of at least one value
  ..."}, d: {min: 5, max: 3}, e: {min: x}, f: {any_of: []}, g: {not: [1]}, h: {}}}
                                                       ^
bad.yaml:2:155: `not` takes a value or a test, not a list
  ..., max: 3}, e: {min: x}, f: {any_of: []}, g: {not: [1]}, h: {}}}
                                                       ^
  for alternatives write {any_of: [...]}
bad.yaml:2:164: `h` takes one test
  ..., e: {min: x}, f: {any_of: []}, g: {not: [1]}, h: {}}}
                                                       ^
  `min` and `max` go together; for alternatives write {any_of: [...]}
bad.yaml:4:30: `page` takes a number
  - when: {path: /users, page: first, operation: {position: 21}, query: x}
                               ^
  a number, or {min: , max: }, {any_of: [...]}, {not: } of numbers
bad.yaml:4:59: `position` cannot be `21`
  - when: {path: /users, page: first, operation: {position: 21}, query: x}
                                                            ^
  a whole number from 1 to 20
bad.yaml:4:71: `query` takes a map from names to values, not a single value
  - when: {path: /users, page: first, operation: {position: 21}, query: x}
                                                                        ^
bad.yaml:6:35: `operation` takes a map, not a single value
  - when: {path: /users, operation: 3, token: exspired}
                                    ^
  its keys: id or position
bad.yaml:6:45: the state of a token cannot be `exspired`
  - when: {path: /users, operation: 3, token: exspired}
                                              ^
  did you mean `expired`? allowed: valid, missing, malformed, expired or revoked
bad.yaml:8:44: the regular expression is not valid: missing ]: [
  - when: {path: /users, body: {a: {matches: "["}, b: [{any_of: x}]}}
                                             ^
  the syntax is RE2's, and the whole value has to match
bad.yaml:8:63: `any_of` takes a list of at least one value
  - when: {path: /users, body: {a: {matches: "["}, b: [{any_of: x}]}}
                                                                ^
)~"},
    {R"~(rules:
- when: {path: /users, token: {state: [missing, old], app: {glob: }, roles: 5, has_claim: {acrs: c1}, lacks_claim: {acrs: c1}}}
  then: emulate
- when: {path: /users, token: {state: missing, roles: [User.Read.All]}}
  then: emulate
- when: {path: /users, token: {claim: acrs}}
  then: emulate
)~",
     R"~(bad.yaml:2:31: no token both has and lacks the claim `acrs`
  - when: {path: /users, token: {state: [missing, old], app: {glob: }, roles: 5, has_claim: {acrs: c1}...
                                ^
bad.yaml:2:31: a token that is missing or malformed says nothing about app, roles or claims
  - when: {path: /users, token: {state: [missing, old], app: {glob: }, roles: 5, has_claim: {acrs: c1}...
                                ^
  this rule can never match: leave out the state, or the rest
bad.yaml:2:49: the state of a token cannot be `old`
  - when: {path: /users, token: {state: [missing, old], app: {glob: }, roles: 5, has_claim: {acrs: c1}...
                                                  ^
  allowed: valid, missing, malformed, expired or revoked
bad.yaml:2:61: `glob` takes text, not nothing
  ...ath: /users, token: {state: [missing, old], app: {glob: }, roles: 5, has_claim: {acrs: c1}, lacks_cl...
                                                       ^
bad.yaml:4:31: a token that is missing or malformed says nothing about app, roles or claims
  - when: {path: /users, token: {state: missing, roles: [User.Read.All]}}
                                ^
  this rule can never match: leave out the state, or the rest
bad.yaml:6:32: unknown key `claim` in `token`
  - when: {path: /users, token: {claim: acrs}}
                                 ^
  allowed: state, app, roles, has_claim or lacks_claim
)~"},
    {R"~(rules:
- {when: {method: POST, path: /users, page: 2}, then: emulate}
- {when: {path: /users, operation: {id: "1"}}, in_batch: false, then: emulate}
- {when: {path: /$batch, operation: {id: "1"}}, then: emulate}
- {when: {path: /oauth2/v2.0/token, token: missing, page: 1}, then: emulate}
)~",
     R"~(bad.yaml:2:3: this rule can never match: only a GET has a `page`
  - {when: {method: POST, path: /users, page: 2}, then: emulate}
    ^
  write `method: GET`, or leave out `page`
bad.yaml:3:3: this rule can never match: `operation` asks for a batch, `in_batch: false` for none
  - {when: {path: /users, operation: {id: "1"}}, in_batch: false, then: emulate}
    ^
  leave out one of the two
bad.yaml:4:3: this rule can never match: a batch cannot be an operation of a batch
  - {when: {path: /$batch, operation: {id: "1"}}, then: emulate}
    ^
  write the path of the operation, not /$batch
bad.yaml:5:3: this rule can never match: a sign-in request has no `page`
  - {when: {path: /oauth2/v2.0/token, token: missing, page: 1}, then: emulate}
    ^
  it has a method, a path, a query, headers and a body
bad.yaml:5:3: this rule can never match: a sign-in request has no `token`
  - {when: {path: /oauth2/v2.0/token, token: missing, page: 1}, then: emulate}
    ^
  it has a method, a path, a query, headers and a body
)~"},
    {R"~(rules:
- name: everything is throttled
  when: GET /users/**
  then: {error: 429}
- when: GET /users/*
  then: {error: 503}
- when: {method: GET, path: /v1.0/users, page: 2}
  then: {error: 503}
- when: PATCH /users/*
  then: {error: 503}
)~",
     R"~(bad.yaml:5:3: this rule is never reached
  - when: GET /users/*
    ^
  rule 1 (`everything is throttled`) on line 2 answers all its requests for ever: move this rule above it, or give that one `times`
bad.yaml:7:3: this rule is never reached
  - when: {method: GET, path: /v1.0/users, page: 2}
    ^
  rule 1 (`everything is throttled`) on line 2 answers all its requests for ever: move this rule above it, or give that one `times`
)~"},
    {R"~(rules:
- {when: GET /users, then: emulate, name: 5, per: [a]}
- {when: 5, then: emulate}
)~",
     R"~(bad.yaml:2:51: `per` takes a word, not a list
  - {when: GET /users, then: emulate, name: 5, per: [a]}
                                                    ^
  allowed: tenant, url, token or app
bad.yaml:3:10: `5` has no path
  - {when: 5, then: emulate}
           ^
  the short form is METHOD path: `5 /users`
)~"},
    {R"~(rules:
- when: {path: /users, method: [GET, 5x 6, {a: b}]}
  then: emulate
)~",
     R"~(bad.yaml:2:32: `5x 6` is not an HTTP method
  - when: {path: /users, method: [GET, 5x 6, {a: b}]}
                                 ^
  allowed: GET, POST, PATCH, PUT, DELETE, OPTIONS, CONNECT, TRACE or HEAD
bad.yaml:2:44: `method` takes text, not a map
  - when: {path: /users, method: [GET, 5x 6, {a: b}]}
                                             ^
)~"},
};

TEST(Diagnostics, OfRules) {
  for (const BadRow& row : kWhenRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
