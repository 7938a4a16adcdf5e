// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kDocumentRows[] = {
    {R"~()~",
     R"~(bad.yaml:1:1: the file is empty
  a scenario has keys such as `rules:`; the smallest one is `summary: nothing fails`
)~"},
    {R"~(# only a comment
)~",
     R"~(bad.yaml:1:1: the file is empty
  # only a comment
  ^
  a scenario has keys such as `rules:`; the smallest one is `summary: nothing fails`
)~"},
    {R"~(a: b
c
)~",
     R"~(bad.yaml:1:1: unknown key `a` in a scenario
  a: b
  ^
  allowed: scenario, summary, tenant, data, batch, rules or verdict
bad.yaml:2:1: unknown key `c` in a scenario
  c
  ^
  allowed: scenario, summary, tenant, data, batch, rules or verdict
)~"},
    {R"~(- a
- b
)~",
     R"~(bad.yaml:1:1: a scenario takes a map, not a list
  - a
  ^
  its keys: scenario, summary, tenant, data, batch, rules or verdict
)~"},
    {R"~(just text
)~",
     R"~(bad.yaml:1:1: a scenario takes a map, not a single value
  just text
  ^
  its keys: scenario, summary, tenant, data, batch, rules or verdict
)~"},
    {R"~(rules: []
rules: []
)~",
     R"~(bad.yaml:2:1: `rules` is given twice
  rules: []
  ^
  the first one is on line 1
)~"},
    {R"~(summary: one
---
summary: two
)~",
     R"~(bad.yaml:2:1: a second document begins here
  ---
  ^
  one file holds one scenario: move it to its own file
)~"},
    {R"~(- a
b: c
)~",
     R"~(bad.yaml:2:1: this line does not belong to anything above it
  b: c
  ^
  its indentation, or a `-` before it, does not fit: a scenario file is one map of keys
)~"},
    {R"~(summary: 'never closed
rules: []
)~",
     R"~(bad.yaml:1:10: this quote is never closed
  summary: 'never closed
           ^
)~"},
    {R"~(rules:
	- when: GET /users
)~",
     R"~(bad.yaml:2:1: YAML does not allow tabs for indentation
   - when: GET /users
  ^
  indent with spaces
)~"},
    {R"~(rules:
- when: {path: /users/{id}/messages, method: GET}
  then: emulate
)~",
     R"~(bad.yaml:2:23: inside { } YAML reads this `{` as a map of its own
  - when: {path: /users/{id}/messages, method: GET}
                        ^
  put the path in quotes, or write `*` for the segment: "/users/{id}" or /users/*
)~"},
    {R"~(rules:
- when: {path: /users, method: GET
  then: emulate
)~",
     R"~(bad.yaml:3:7: the { } that was opened above is not closed here
    then: emulate
        ^
  a comma or a } is missing, or a value with special characters needs quotes
)~"},
    {R"~(rules:
- when: {query: [a, b}
  then: emulate
)~",
     R"~(bad.yaml:2:22: this closes a [ or a { that is not the one opened last
  - when: {query: [a, b}
                       ^
  a ] or a } is missing before it
)~"},
    {R"~(summary: @home
)~",
     R"~(bad.yaml:1:10: no value can begin with this character
  summary: @home
           ^
  put the value in quotes
)~"},
    {R"~(summary: *home
)~",
     R"~(bad.yaml:1:10: this alias (`*name`) names no anchor (`&name`)
  summary: *home
           ^
  a value that begins with * needs quotes
)~"},
    {R"~(summary: &a [*a]
)~",
     R"~(bad.yaml:1:14: this alias stands inside the value it names
  summary: &a [*a]
               ^
  a value cannot hold itself
)~"},
    {R"~(summary: a: b
)~",
     R"~(bad.yaml:1:11: a key is not allowed here, but the `:` makes one
  summary: a: b
            ^
  check the indentation, and put a value that holds `: ` in quotes
)~"},
    {R"~(data: {users: &u {count: 1}}
tenant: {<<: *u}
)~",
     R"~(bad.yaml:2:10: merge keys (`<<`) are not part of the format
  tenant: {<<: *u}
           ^
  write the keys out; an alias may stand for a whole value
)~"},
    {R"~(summary: !secret x
)~",
     R"~(bad.yaml:1:10: the tag `!secret` has no meaning here
  summary: !secret x
           ^
  leave it out
)~"},
    {R"~(summary: "\q"
)~",
     R"~(bad.yaml:1:13: this is not YAML: unknown escape character: q
  summary: "\q"
              ^
)~"},
    {R"~({[a]: b}
)~",
     R"~(bad.yaml:1:2: a key is one word, not a map or a list
  {[a]: b}
   ^
  a [ or { that is never closed can cause this too; a key that begins with one needs quotes
)~"},
    {R"~({{a}: b}
)~",
     R"~(bad.yaml:1:2: a key is one word, not a map or a list
  {{a}: b}
   ^
  a [ or { that is never closed can cause this too; a key that begins with one needs quotes
)~"},
    {R"~(? [x]
: y
)~",
     R"~(bad.yaml:1:3: a key is one word, not a map or a list
  ? [x]
    ^
  a [ or { that is never closed can cause this too; a key that begins with one needs quotes
)~"},
    {R"~(summary: [a
)~",
     R"~(bad.yaml:2:1: the [ ] that was opened above is not closed here
  a comma or a ] is missing, or a value with special characters needs quotes
)~"},
    {R"~(a: &x 1
b: &y [*x, *y]
)~",
     R"~(bad.yaml:2:12: this alias stands inside the value it names
  b: &y [*x, *y]
             ^
  a value cannot hold itself
)~"},
    {R"~(~: x
)~",
     R"~(bad.yaml:1:1: the key is missing here
  ~: x
  ^
)~"},
    {R"~(summary: 'x
)~",
     R"~(bad.yaml:1:10: this quote is never closed
  summary: 'x
           ^
)~"},
    {R"~(data:
  users: {count: 5}
  users: {count: 6}
)~",
     R"~(bad.yaml:3:3: `users` is given twice
    users: {count: 6}
    ^
  the first one is on line 2
)~"},
};

TEST(Diagnostics, OfDocument) {
  for (const BadRow& row : kDocumentRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
