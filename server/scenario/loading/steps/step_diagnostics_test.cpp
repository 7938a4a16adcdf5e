// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kStepRows[] = {
    {R"~(rules:
- when: GET /users
  then: {error: 429, reply: {status: 200}}
- when: GET /groups
  then: {times: 2}
- when: GET /a
  then: {fault: explode}
- when: GET /b
  then: [{error: 429}]
- when: GET /c
  then: []
- when: GET /d
  then: [{error: 429, times: always}, emulate]
- when: GET /e
  then: {error: 429, retry: 5s, times: 0}
- when: GET /f
  then: [{pass: true, delay: 5s}, {pass: false}, {emulate: true, code: x}]
- when: GET /g
  then: 429
- when: GET /h
  then: {reply: {status: 200}, message: x, early: allow}
)~",
     R"~(bad.yaml:3:22: a step cannot have both `error` and `reply`
    then: {error: 429, reply: {status: 200}}
                       ^
  a step has exactly one of error, reply, emulate and pass; `fault` alone means emulate
bad.yaml:5:9: this step does not say what to answer
    then: {times: 2}
          ^
  a step has exactly one of error, reply, emulate and pass; `fault` alone means emulate
bad.yaml:7:17: `fault` cannot be `explode`
    then: {fault: explode}
                  ^
  allowed: reset, close, stall, malformed, empty or html
bad.yaml:9:9: a list with one step does not say how often the step plays
    then: [{error: 429}]
          ^
  without the list the step answers every time; with `times: 1` it answers once
bad.yaml:11:9: `then` has no step
    then: []
          ^
  leave the rule out, or write `emulate`
bad.yaml:13:10: the steps after this one are never played
    then: [{error: 429, times: always}, emulate]
           ^
  only the last step of a list can say `times: always`
bad.yaml:15:22: unknown key `retry` in a step
    then: {error: 429, retry: 5s, times: 0}
                       ^
  allowed: error, reply, emulate, pass, times, retry_after, early, delay, fault, headers, claims, effect, status, code, message, inner, details or spelling
bad.yaml:15:40: `times` cannot be `0`
    then: {error: 429, retry: 5s, times: 0}
                                         ^
  a whole number, at least 1, or always
bad.yaml:17:23: `delay` has no effect on a `pass` step
    then: [{pass: true, delay: 5s}, {pass: false}, {emulate: true, code: x}]
                        ^
  after `pass` the rules below answer, or the emulation
bad.yaml:17:42: `pass: false` has no effect
    then: [{pass: true, delay: 5s}, {pass: false}, {emulate: true, code: x}]
                                           ^
  leave it out
bad.yaml:17:66: `code` can only be used with `error`
    then: [{pass: true, delay: 5s}, {pass: false}, {emulate: true, code: x}]
                                                                   ^
  name the error it changes
bad.yaml:19:9: `429` is not a step
    then: 429
          ^
  as a single word, allowed: emulate or pass; otherwise write a map such as {error: 429}
bad.yaml:21:32: `message` can only be used with `error`
    then: {reply: {status: 200}, message: x, early: allow}
                                 ^
  write it inside the reply
bad.yaml:21:44: `early` has no effect without `retry_after`
    then: {reply: {status: 200}, message: x, early: allow}
                                             ^
  it lets a client come back earlier than the header says
)~"},
    {R"~(rules:
- {when: GET /a, then: {error: TooManyRequest}}
- {when: GET /d, then: {error: nonsense}}
- {when: GET /e, then: {error: {status: 429}}}
- {when: GET /f, then: {error: AADSTS7000215}}
- {when: POST /oauth2/v2.0/token, then: {error: AADSTS7000215, inner: [a]}}
- {when: GET /g, then: {error: 411, message: x}}
- {when: GET /h, then: {error: 422, status: 200, details: [{code: a}, b], spelling: InnerError, inner: {a: b}}}
- {when: GET /i, then: {error: 422, details: {code: a}}}
)~",
     R"~(bad.yaml:2:32: there is no error called `TooManyRequest`
  - {when: GET /a, then: {error: TooManyRequest}}
                                 ^
  did you mean `TooManyRequests`? an error is a status, a Graph code or an id of the catalogue (`graphfault errors` lists them); for any other answer use `reply`
bad.yaml:3:32: there is no error called `nonsense`
  - {when: GET /d, then: {error: nonsense}}
                                 ^
  an error is a status, a Graph code or an id of the catalogue (`graphfault errors` lists them); for any other answer use `reply`
bad.yaml:4:32: `error` takes a status, a code or an id, not a map
  - {when: GET /e, then: {error: {status: 429}}}
                                 ^
  write `code`, `message` and the like next to it
bad.yaml:5:32: `AADSTS7000215` is a sign-in error, but this rule is for a Graph path
  - {when: GET /f, then: {error: AADSTS7000215}}
                                 ^
  sign-in rules name a path such as /oauth2/v2.0/token
bad.yaml:6:64: a sign-in error has no `inner`
  - {when: POST /oauth2/v2.0/token, then: {error: AADSTS7000215, inner: [a]}}
                                                                 ^
  it has status, code and message
bad.yaml:7:37: `message` cannot be part of a 411, whose body is not JSON
  - {when: GET /g, then: {error: 411, message: x}}
                                      ^
  for an answer of your own use `reply`
bad.yaml:8:45: `status` cannot be `200`
  - {when: GET /h, then: {error: 422, status: 200, details: [{code: a}, b], spelling: InnerError, inne...
                                              ^
  a whole number from 400 to 599
bad.yaml:8:60: a detail needs `message`
  ...GET /h, then: {error: 422, status: 200, details: [{code: a}, b], spelling: InnerError, inner: {a: b}...
                                                       ^
bad.yaml:8:71: a detail takes a map, not a single value
  ...n: {error: 422, status: 200, details: [{code: a}, b], spelling: InnerError, inner: {a: b}}}
                                                       ^
  its keys: code, message or target
bad.yaml:8:85: `spelling` cannot be `InnerError`
  ..., status: 200, details: [{code: a}, b], spelling: InnerError, inner: {a: b}}}
                                                       ^
  did you mean `innerError`? allowed: innerError or innererror
bad.yaml:8:104: `inner` takes a list of text values, not a map
  ...ils: [{code: a}, b], spelling: InnerError, inner: {a: b}}}
                                                       ^
bad.yaml:9:46: `details` takes a list, not a map
  - {when: GET /i, then: {error: 422, details: {code: a}}}
                                               ^
  - {code: PropertyConflict, target: mailNickname, message: Already in use.}
)~"},
    {R"~(rules:
- {when: GET /a, then: {error: 429, retry_after: 2}}
- {when: GET /b, then: {error: 429, retry_after: {date: 2}}}
- {when: GET /c, then: {error: 429, retry_after: {date: 2s, raw: x}}}
- {when: GET /d, then: {error: 429, retry_after: {raw: "a\nb"}}}
- {when: GET /e, then: {error: 429, retry_after: soon}}
- {when: GET /f, then: {error: 429, retry_after: -2s}}
- {when: GET /g, then: {error: 429, retry_after: 1d, early: yes}}
- {when: GET /h, then: {error: 429, delay: 100}}
- {when: GET /i, then: {error: 429, delay: {min: 2s}}}
- {when: GET /j, then: {error: 429, delay: {min: 2s, max: 1s}}}
- {when: GET /k, then: {error: 429, delay: {median: 2s, p99: 1s}}}
- {when: GET /l, then: {error: 429, delay: {mean: 2s}}}
)~",
     R"~(bad.yaml:2:50: `retry_after`: '2' is not a duration: it has no unit
  - {when: GET /a, then: {error: 429, retry_after: 2}}
                                                   ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:3:57: `date`: '2' is not a duration: it has no unit
  - {when: GET /b, then: {error: 429, retry_after: {date: 2}}}
                                                          ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:4:50: `retry_after` takes one of a time, `date` and `raw`
  - {when: GET /c, then: {error: 429, retry_after: {date: 2s, raw: x}}}
                                                   ^
  2s, {date: 30s} or {raw: "31,120"}
bad.yaml:5:56: the value of `Retry-After` has a line break or a NUL
  - {when: GET /d, then: {error: 429, retry_after: {raw: "a\nb"}}}
                                                         ^
  a header must be a single line
bad.yaml:6:50: `retry_after`: 'soon' is not a duration: it has no number
  - {when: GET /e, then: {error: 429, retry_after: soon}}
                                                   ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:7:50: `retry_after`: '-2s' is not a duration: it is negative
  - {when: GET /f, then: {error: 429, retry_after: -2s}}
                                                   ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:8:50: `retry_after`: '1d' is not a duration: no unit is called 'd'
  - {when: GET /g, then: {error: 429, retry_after: 1d, early: yes}}
                                                   ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:8:61: `early` cannot be `yes`
  - {when: GET /g, then: {error: 429, retry_after: 1d, early: yes}}
                                                              ^
  allowed: allow
bad.yaml:9:44: `delay`: '100' is not a duration: it has no unit
  - {when: GET /h, then: {error: 429, delay: 100}}
                                             ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:10:44: `delay` takes `min` with `max`, or `median` with `p99`
  - {when: GET /i, then: {error: 429, delay: {min: 2s}}}
                                             ^
  200ms, {min: 50ms, max: 200ms} or {median: 80ms, p99: 900ms}
bad.yaml:11:44: `min` is more than `max`
  - {when: GET /j, then: {error: 429, delay: {min: 2s, max: 1s}}}
                                             ^
bad.yaml:12:44: `median` has to be more than 0 and at most `p99`
  - {when: GET /k, then: {error: 429, delay: {median: 2s, p99: 1s}}}
                                             ^
bad.yaml:13:45: unknown key `mean` in `delay`
  - {when: GET /l, then: {error: 429, delay: {mean: 2s}}}
                                              ^
  did you mean `median`? allowed: min, max, median or p99
)~"},
    {R"~(rules:
- {when: GET /a, then: {fault: {truncate: 140%}}}
- {when: GET /b, then: {fault: {truncate: 100%}}}
- {when: GET /c, then: {fault: {truncate: much}}}
- {when: GET /d, then: {fault: {drip: 100}}}
- {when: GET /e, then: {fault: {drip: 0 bytes/s}}}
- {when: GET /f, then: {fault: {status_line: "a\nb"}}}
- {when: GET /g, then: {fault: {reset: true}}}
- {when: GET /h, then: {fault: {truncate: 10%, drip: 5 bytes/s}}}
- {when: {path: /i, operation: {position: 1}}, then: {fault: reset}}
- {when: GET /j, in_batch: true, then: {fault: reset}}
- {when: GET /k, then: {emulate: true, effect: {expire: user, revoke: all, advance: 61}}}
- {when: GET /l, then: {emulate: true, effect: {}}}
- {when: GET /m, repeat: true, then: {emulate: true}}
- {when: GET /n, then: {error: 401, claims: c1}}
- {when: GET /o, then: {error: 401, claims: {acrs: c1}}}
- {when: GET /p, then: {emulate: true, headers: {"X Y": a, Content-Length: 5, X-A: "a\nb", X-B: {}}}}
)~",
     R"~(bad.yaml:2:43: `truncate` takes a percentage
  - {when: GET /a, then: {fault: {truncate: 140%}}}
                                            ^
  from 0% to 100%, such as 40%
bad.yaml:3:43: `truncate: 100%` cuts nothing off
  - {when: GET /b, then: {fault: {truncate: 100%}}}
                                            ^
  write less than 100%
bad.yaml:4:43: `truncate` cannot be `much`
  - {when: GET /c, then: {fault: {truncate: much}}}
                                            ^
  a percentage such as 40%, or a size such as 100 bytes
bad.yaml:5:39: `drip` takes a speed
  - {when: GET /d, then: {fault: {drip: 100}}}
                                        ^
  such as 100 bytes/s, at least 1 byte/s
bad.yaml:6:39: `drip` takes a speed
  - {when: GET /e, then: {fault: {drip: 0 bytes/s}}}
                                        ^
  such as 100 bytes/s, at least 1 byte/s
bad.yaml:7:46: `status_line` must be a single line
  - {when: GET /f, then: {fault: {status_line: "a\nb"}}}
                                               ^
bad.yaml:8:33: unknown key `reset` in `fault`
  - {when: GET /g, then: {fault: {reset: true}}}
                                  ^
  allowed: truncate, drip, status_line or tls
bad.yaml:9:32: a step can have only one fault
  - {when: GET /h, then: {fault: {truncate: 10%, drip: 5 bytes/s}}}
                                 ^
  {truncate: 40%}, {truncate: 100 bytes}, {drip: 100 bytes/s}, {status_line: "..."} or {tls: expired}
bad.yaml:10:54: an operation inside a batch has no connection of its own to break
  - {when: {path: /i, operation: {position: 1}}, then: {fault: reset}}
                                                       ^
  allowed there: malformed, empty or html; or break the answer to POST /$batch
bad.yaml:11:40: an operation inside a batch has no connection of its own to break
  - {when: GET /j, in_batch: true, then: {fault: reset}}
                                         ^
  leave out `in_batch: true`: this rule applies to single requests
bad.yaml:12:57: `expire` cannot be `user`
  - {when: GET /k, then: {emulate: true, effect: {expire: user, revoke: all, advance: 61}}}
                                                          ^
  allowed: token
bad.yaml:12:71: `revoke` cannot be `all`
  - {when: GET /k, then: {emulate: true, effect: {expire: user, revoke: all, advance: 61}}}
                                                                        ^
  allowed: token
bad.yaml:12:85: `advance`: '61' is not a duration: it has no unit
  - {when: GET /k, then: {emulate: true, effect: {expire: user, revoke: all, advance: 61}}}
                                                                                      ^
  write a number with a unit, such as 200ms, 2s, 5m or 1h
bad.yaml:13:48: `effect` does nothing
  - {when: GET /l, then: {emulate: true, effect: {}}}
                                                 ^
  {expire: token}, {revoke: token} or {advance: 61m}
bad.yaml:14:18: `repeat` has no effect: the last step answers for ever
  - {when: GET /m, repeat: true, then: {emulate: true}}
                   ^
  it starts a list of steps again once all have played
bad.yaml:15:45: `claims` takes a map, not a single value
  - {when: GET /n, then: {error: 401, claims: c1}}
                                              ^
  {access_token: {acrs: {essential: true, value: c1}}}
bad.yaml:16:46: unknown key `acrs` in `claims`
  - {when: GET /o, then: {error: 401, claims: {acrs: c1}}}
                                               ^
  allowed: access_token or id_token
bad.yaml:17:50: `X Y` cannot be a header's name
  - {when: GET /p, then: {emulate: true, headers: {"X Y": a, Content-Length: 5, X-A: "a\nb", X-B: {}}}...
                                                   ^
bad.yaml:17:60: `Content-Length` is set by the server
  ...GET /p, then: {emulate: true, headers: {"X Y": a, Content-Length: 5, X-A: "a\nb", X-B: {}}}}
                                                       ^
  to break an answer on the wire use `fault`
bad.yaml:17:84: the value of `X-A` has a line break or a NUL
  ...true, headers: {"X Y": a, Content-Length: 5, X-A: "a\nb", X-B: {}}}}
                                                       ^
  a header must be a single line
bad.yaml:17:97: `X-B` takes text, not a map
  ...: {"X Y": a, Content-Length: 5, X-A: "a\nb", X-B: {}}}}
                                                       ^
)~"},
};

TEST(Diagnostics, OfSteps) {
  for (const BadRow& row : kStepRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
