// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kMoreBlockRows[] = {
    {R"~(tenant: {delay: {min: 1s}}
)~",
     R"~(bad.yaml:1:17: `delay` takes a time, not a map
  tenant: {delay: {min: 1s}}
                  ^
  such as 200ms, 2s, 5m or 1h
)~"},
    {R"~(summary: [x]
)~",
     R"~(bad.yaml:1:10: `summary` takes text, not a list
  summary: [x]
           ^
)~"},
    {R"~(verdict: {client_exit: "3", require: {a: b}}
)~",
     R"~(bad.yaml:1:24: `client_exit` takes a number, not text
  verdict: {client_exit: "3", require: {a: b}}
                         ^
  write it without quotes: 3
bad.yaml:1:38: `require` takes text, not a map
  verdict: {client_exit: "3", require: {a: b}}
                                       ^
)~"},
    {R"~(tenant: {apps: [a]}
)~",
     R"~(bad.yaml:1:17: an app takes a map, not a single value
  tenant: {apps: [a]}
                  ^
  its keys: id, secret, roles or secret_expired
)~"},
    {R"~(data: {users: {items:[]}}
)~",
     R"~(bad.yaml:1:22: YAML needs a space after a colon
  data: {users: {items:[]}}
                       ^
)~"},
    {R"~(tenant: {license: Free}
)~",
     R"~(bad.yaml:1:19: `license` cannot be `Free`
  tenant: {license: Free}
                    ^
  did you mean `free`? allowed: premium or free
)~"},
};

TEST(Diagnostics, OfBlocksOfTheWrongKind) {
  for (const BadRow& row : kMoreBlockRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
