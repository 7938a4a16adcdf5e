// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kBlockRows[] = {
    {R"~(sumary: x
teant: {}
foo: 1
)~",
     R"~(bad.yaml:1:1: unknown key `sumary` in a scenario
  sumary: x
  ^
  did you mean `summary`? allowed: scenario, summary, tenant, data, batch, rules or verdict
bad.yaml:2:1: unknown key `teant` in a scenario
  teant: {}
  ^
  did you mean `tenant`? allowed: scenario, summary, tenant, data, batch, rules or verdict
bad.yaml:3:1: unknown key `foo` in a scenario
  foo: 1
  ^
  allowed: scenario, summary, tenant, data, batch, rules or verdict
)~"},
    {R"~(summary:x
)~",
     R"~(bad.yaml:1:1: a scenario takes a map, not a single value
  summary:x
  ^
  its keys: scenario, summary, tenant, data, batch, rules or verdict
)~"},
    {R"~(scenario: Bad Name
)~",
     R"~(bad.yaml:1:11: `Bad Name` cannot be a scenario's name
  scenario: Bad Name
            ^
  small letters, digits and `-`, at most 100: `bad-name`
)~"},
    {R"~(scenario: ""
)~",
     R"~(bad.yaml:1:11: `scenario` cannot be empty
  scenario: ""
            ^
)~"},
    {R"~(scenario: [a]
)~",
     R"~(bad.yaml:1:11: `scenario` takes text, not a list
  scenario: [a]
            ^
)~"},
    {R"~(tenant: free
)~",
     R"~(bad.yaml:1:9: `tenant` takes a map, not a single value
  tenant: free
          ^
  its keys: license, apps, tokens or delay
)~"},
    {R"~(tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
)~",
     R"~(bad.yaml:1:19: `license` cannot be `gold`
  tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
                    ^
  allowed: premium or free
bad.yaml:1:32: an app needs `id`
  tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
                                 ^
  the client id, usually a GUID
bad.yaml:1:65: `lifetime`: '60' is not a duration: it has no unit
  tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
                                                                  ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:1:77: `accept` cannot be `all`
  tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
                                                                              ^
  allowed: issued, any or none-required
bad.yaml:1:90: `delay`: '20' is not a duration: it has no unit
  tenant: {license: gold, apps: [{secret: x}], tokens: {lifetime: 60, accept: all}, delay: 20}
                                                                                           ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
)~"},
    {R"~(tenant: {apps: []}
)~",
     R"~(bad.yaml:1:16: `apps` is empty, so nobody could sign in
  tenant: {apps: []}
                 ^
  leave it out: any client id is taken then
)~"},
    {R"~(tenant: {apps: [{id: a}, {id: A}], tokens: {lifetime: 10ms}}
)~",
     R"~(bad.yaml:1:26: the app `A` is listed twice
  tenant: {apps: [{id: a}, {id: A}], tokens: {lifetime: 10ms}}
                           ^
bad.yaml:1:55: a token must be valid for at least one second
  tenant: {apps: [{id: a}, {id: A}], tokens: {lifetime: 10ms}}
                                                        ^
  for a token that has expired write `effect: {expire: token}` on a step
)~"},
    {R"~(tenant: {apps: {id: a}}
)~",
     R"~(bad.yaml:1:16: `apps` takes a list of apps, not a map
  tenant: {apps: {id: a}}
                 ^
)~"},
    {R"~(tenant: {apps: [{id: a, secret_expired: yes, roles: {a: b}}]}
)~",
     R"~(bad.yaml:1:41: `secret_expired` cannot be `yes`
  tenant: {apps: [{id: a, secret_expired: yes, roles: {a: b}}]}
                                          ^
  allowed: true or false
bad.yaml:1:53: `roles` takes a list of text values, not a map
  tenant: {apps: [{id: a, secret_expired: yes, roles: {a: b}}]}
                                                      ^
)~"},
    {R"~(data: {users: {count: -1, guests: 40, seed: x, page_size: 0}}
)~",
     R"~(bad.yaml:1:23: `count` cannot be `-1`
  data: {users: {count: -1, guests: 40, seed: x, page_size: 0}}
                        ^
  a whole number from 0 to 10000000
bad.yaml:1:35: `guests` takes a percentage
  data: {users: {count: -1, guests: 40, seed: x, page_size: 0}}
                                    ^
  from 0% to 100%, such as 40%
bad.yaml:1:45: `seed` cannot be `x`
  data: {users: {count: -1, guests: 40, seed: x, page_size: 0}}
                                              ^
  a whole number, at least 0
bad.yaml:1:59: `page_size` cannot be `0`
  data: {users: {count: -1, guests: 40, seed: x, page_size: 0}}
                                                            ^
  a whole number from 1 to 999
)~"},
    {R"~(data: {users: {count: "5", guests: 140%, page_size: 1000}}
)~",
     R"~(bad.yaml:1:23: `count` takes a number, not text
  data: {users: {count: "5", guests: 140%, page_size: 1000}}
                        ^
  write it without quotes: 5
bad.yaml:1:36: `guests` takes a percentage
  data: {users: {count: "5", guests: 140%, page_size: 1000}}
                                     ^
  from 0% to 100%, such as 40%
bad.yaml:1:53: `page_size` cannot be `1000`
  data: {users: {count: "5", guests: 140%, page_size: 1000}}
                                                      ^
  a whole number from 1 to 999
)~"},
    {R"~(data: {users: {file: nothing.json}}
)~",
     R"~(bad.yaml:1:22: there is no file `nothing.json` beside the scenario
  data: {users: {file: nothing.json}}
                       ^
)~"},
    {R"~(data: {users: {file: text.csv}}
)~",
     R"~(bad.yaml:1:22: `text.csv` is not JSON: unreadable JSON at byte 1: syntax error while parsing value - invalid literal; last read: 'a'
  data: {users: {file: text.csv}}
                       ^
)~"},
    {R"~(data: {users: {file: users.json, count: 5}}
)~",
     R"~(bad.yaml:1:34: `count` is for generated users
  data: {users: {file: users.json, count: 5}}
                                   ^
  leave it out beside `items` and `file`
)~"},
    {R"~(data: {users: {file: users.json, items: []}}
)~",
     R"~(bad.yaml:1:16: `file` and `items` both give the data
  data: {users: {file: users.json, items: []}}
                 ^
  leave out one of the two
)~"},
    {R"~(data: {users: {items: [{id: 5}, x, {id: a}, {id: A}]}}
)~",
     R"~(bad.yaml:1:24: the `id` of item 1 is not text
  data: {users: {items: [{id: 5}, x, {id: a}, {id: A}]}}
                         ^
  each item is a map; its `id` is text and unique, such as "5"
bad.yaml:1:33: item 2 is not an object
  data: {users: {items: [{id: 5}, x, {id: a}, {id: A}]}}
                                  ^
  each item is a map; its `id` is text and unique, such as "5"
bad.yaml:1:45: the `id` of item 4, `A`, is already used
  data: {users: {items: [{id: 5}, x, {id: a}, {id: A}]}}
                                              ^
  each item is a map; its `id` is text and unique, such as "5"
)~"},
    {R"~(data: {users: {items: {id: a}}}
)~",
     R"~(bad.yaml:1:23: `items` takes a list of objects, not a map
  data: {users: {items: {id: a}}}
                        ^
)~"},
    {R"~(data: {collections: [{path: /users, items: []}, {path: /groups}, {path: /gr*, items: []}, {path: groups, items: []}, {items: []}]}
)~",
     R"~(bad.yaml:1:29: `/users` cannot be the path of a collection
  data: {collections: [{path: /users, items: []}, {path: /groups}, {path: /gr*, items: []}, {path: gro...
                              ^
  graphfault has this path itself; write users under `data.users`
bad.yaml:1:49: a collection needs `items` or `file`
  data: {collections: [{path: /users, items: []}, {path: /groups}, {path: /gr*, items: []}, {path: gro...
                                                  ^
  for an empty one write `items: []`
bad.yaml:1:73: `gr*` mixes a wildcard with text
  ...path: /users, items: []}, {path: /groups}, {path: /gr*, items: []}, {path: groups, items: []}, {item...
                                                       ^
  `*` and `{name}` stand for a whole segment
bad.yaml:1:98: the path `groups` does not begin with /
  ... {path: /groups}, {path: /gr*, items: []}, {path: groups, items: []}, {items: []}]}
                                                       ^
  write `/groups`
bad.yaml:1:118: a collection needs `path`
  ...ath: /gr*, items: []}, {path: groups, items: []}, {items: []}]}
                                                       ^
  such as /groups
)~"},
    {R"~(data: {collections: [{path: /groups, items: []}, {path: /Groups, items: []}, {path: /v1.0/x, items: []}, {path: "/x/{id}", items: []}]}
)~",
     R"~(bad.yaml:1:50: the collection `/Groups` is listed twice
  data: {collections: [{path: /groups, items: []}, {path: /Groups, items: []}, {path: /v1.0/x, items: ...
                                                   ^
bad.yaml:1:85: `/v1.0/x` cannot be the path of a collection
  ...s, items: []}, {path: /Groups, items: []}, {path: /v1.0/x, items: []}, {path: "/x/{id}", items: []}]...
                                                       ^
  a path without version and wildcards, such as /groups
bad.yaml:1:113: `/x/{id}` cannot be the path of a collection
  ...s, items: []}, {path: /v1.0/x, items: []}, {path: "/x/{id}", items: []}]}
                                                       ^
  a path without version and wildcards, such as /groups
)~"},
    {R"~(data: {collections: {path: /x}}
)~",
     R"~(bad.yaml:1:21: `collections` takes a list, not a map
  data: {collections: {path: /x}}
                      ^
  - {path: /groups, items: [{id: g1, displayName: Finance}]}
)~"},
    {R"~(batch: {status: 422}
)~",
     R"~(bad.yaml:1:8: `batch` needs `on_failure`
  batch: {status: 422}
         ^
  `on_failure: details` answers a batch in which something failed as one error; without the `batch` block each operation has its own answer
)~"},
    {R"~(batch: {on_failure: detail, status: 200, code: ""}
)~",
     R"~(bad.yaml:1:21: `on_failure` cannot be `detail`
  batch: {on_failure: detail, status: 200, code: ""}
                      ^
  did you mean `details`? allowed: details
bad.yaml:1:37: `status` cannot be `200`
  batch: {on_failure: detail, status: 200, code: ""}
                                      ^
  a whole number from 400 to 599
bad.yaml:1:48: `code` cannot be empty
  batch: {on_failure: detail, status: 200, code: ""}
                                                 ^
)~"},
    {R"~(verdict: {require: [retry-after-honored, retry-after-honoured, retry-after-honoured], ignore: [retry-after-honoured, foo]}
)~",
     R"~(bad.yaml:1:21: there is no finding `retry-after-honored`
  verdict: {require: [retry-after-honored, retry-after-honoured, retry-after-honoured], ignore: [retry...
                      ^
  did you mean `retry-after-honoured`? allowed: retry-after-honoured, next-link-followed or select-used
bad.yaml:1:64: `retry-after-honoured` is given twice
  ...uire: [retry-after-honored, retry-after-honoured, retry-after-honoured], ignore: [retry-after-honour...
                                                       ^
bad.yaml:1:87: `retry-after-honoured` is both required and ignored
  ...red, retry-after-honoured, retry-after-honoured], ignore: [retry-after-honoured, foo]}
                                                       ^
  leave it out of one of the lists
bad.yaml:1:118: there is no finding `foo`
  ...y-after-honoured], ignore: [retry-after-honoured, foo]}
                                                       ^
  allowed: retry-after-honoured, next-link-followed or select-used
)~"},
    {R"~(verdict: {requests: [{when: GET /users}, {count: 1}, {when: GET /users, count: many}, {when: GET /users, count: {min: 5, max: 3}}, {when: GET /users, count: {}}], client_exit: 256}
)~",
     R"~(bad.yaml:1:22: a request count needs `count`
  verdict: {requests: [{when: GET /users}, {count: 1}, {when: GET /users, count: many}, {when: GET /us...
                       ^
  a number, or {min: 3, max: 6}
bad.yaml:1:42: a request count needs `when`
  verdict: {requests: [{when: GET /users}, {count: 1}, {when: GET /users, count: many}, {when: GET /us...
                                           ^
  say which requests are counted: `when: GET /users`
bad.yaml:1:80: `count` cannot be `many`
  ...ET /users}, {count: 1}, {when: GET /users, count: many}, {when: GET /users, count: {min: 5, max: 3}}...
                                                       ^
  a whole number from 0 to 1000000000
bad.yaml:1:113: `min` is more than `max`
  ...T /users, count: many}, {when: GET /users, count: {min: 5, max: 3}}, {when: GET /users, count: {}}],...
                                                       ^
bad.yaml:1:158: `count` bounds nothing
  ...unt: {min: 5, max: 3}}, {when: GET /users, count: {}}], client_exit: 256}
                                                       ^
  a number, or {min: 3, max: 6}
bad.yaml:1:177: `client_exit` cannot be `256`
  ...3}}, {when: GET /users, count: {}}], client_exit: 256}
                                                       ^
  a whole number from 0 to 255
)~"},
    {R"~(verdict: {requests: [{when: {path: /users, token: {roles: [A]}}, count: 1}], tolerance: 5}
)~",
     R"~(bad.yaml:1:89: `tolerance`: '5' is not a duration: it has no unit
  verdict: {requests: [{when: {path: /users, token: {roles: [A]}}, count: 1}], tolerance: 5}
                                                                                          ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
)~"},
    {R"~(verdict: {requests: {when: GET /users}}
)~",
     R"~(bad.yaml:1:21: `requests` takes a list, not a map
  verdict: {requests: {when: GET /users}}
                      ^
  - {when: GET /users, count: 5}
)~"},
    {R"~(data: {users: {file: object.json}}
)~",
     R"~(bad.yaml:1:22: `object.json` does not contain a list
  data: {users: {file: object.json}}
                       ^
  an array of objects, or a Graph answer with the array `value`
)~"},
    {R"~(data: {collections: [{path: /a, items: [], file: users.json}]}
)~",
     R"~(bad.yaml:1:44: `file` and `items` both give the data
  data: {collections: [{path: /a, items: [], file: users.json}]}
                                             ^
  leave out one of the two
)~"},
    {R"~(data: {users: 5, collection: []}
)~",
     R"~(bad.yaml:1:15: `users` takes a map, not a single value
  data: {users: 5, collection: []}
                ^
  its keys: count, guests, seed, page_size, file or items
bad.yaml:1:18: unknown key `collection` in `data`
  data: {users: 5, collection: []}
                   ^
  did you mean `collections`? allowed: users or collections
)~"},
};

TEST(Diagnostics, OfBlocks) {
  for (const BadRow& row : kBlockRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
