// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

constexpr BadRow kMoreStepRows[] = {
    {R"~(rules:
- {when: GET /a, then: {reply: {body: {}, text: a}}}
- {when: GET /b, then: {reply: {status: 204, body: {}}}}
- {when: GET /c, then: {reply: {status: 99}}}
- {when: GET /d, then: {reply: {file: nothing}}}
- {when: GET /e, then: {reply: {text: "${nwo} ${base}", placeholders: true}}}
- {when: GET /f, then: {reply: {text: [a], reason: "a\nb"}}}
- {when: GET /g, then: {reply: ok}}
- {when: GET /h, then: {reply: {json: {}}}}
- {when: GET /i, then: {reply: {text: "${path.0} ${base}", placeholders: true}}}
)~",
     R"~(bad.yaml:2:43: a reply cannot have both `body` and `text`
  - {when: GET /a, then: {reply: {body: {}, text: a}}}
                                            ^
  give one of body (JSON), text and file, or none of them for an empty body
bad.yaml:3:46: an answer with status 204 has no body
  - {when: GET /b, then: {reply: {status: 204, body: {}}}}
                                               ^
bad.yaml:4:41: `status` cannot be `99`
  - {when: GET /c, then: {reply: {status: 99}}}
                                          ^
  a whole number from 200 to 599
bad.yaml:5:39: there is no file `nothing` beside the scenario
  - {when: GET /d, then: {reply: {file: nothing}}}
                                        ^
bad.yaml:6:39: `${nwo}` is not a placeholder
  - {when: GET /e, then: {reply: {text: "${nwo} ${base}", placeholders: true}}}
                                        ^
  allowed: ${base}, ${now}, ${guid} and ${path.1}, ${path.2} ...
bad.yaml:7:39: `text` takes text, not a list
  - {when: GET /f, then: {reply: {text: [a], reason: "a\nb"}}}
                                        ^
bad.yaml:7:52: `reason` must be a single line
  - {when: GET /f, then: {reply: {text: [a], reason: "a\nb"}}}
                                                     ^
bad.yaml:8:32: `reply` cannot be `ok`
  - {when: GET /g, then: {reply: ok}}
                                 ^
  a whole number from 200 to 599
bad.yaml:9:33: unknown key `json` in `reply`
  - {when: GET /h, then: {reply: {json: {}}}}
                                  ^
  allowed: status, reason, headers, body, text, file or placeholders
bad.yaml:10:39: `${path.0}` is not a placeholder
  - {when: GET /i, then: {reply: {text: "${path.0} ${base}", placeholders: true}}}
                                        ^
  allowed: ${base}, ${now}, ${guid} and ${path.1}, ${path.2} ...
)~"},
    {R"~(rules:
- {when: GET /a, then: [[]]}
- {when: GET /b, then: }
- {when: GET /c, then: [{error: 429}, 5]}
)~",
     R"~(bad.yaml:2:25: a step takes a map, not a list
  - {when: GET /a, then: [[]]}
                          ^
  its keys: error, reply, emulate, pass, times, retry_after, early, delay, fault, headers, claims, effect, status, code, message, inner, details or spelling
bad.yaml:3:18: a step takes a map, not nothing
  - {when: GET /b, then: }
                   ^
  its keys: error, reply, emulate, pass, times, retry_after, early, delay, fault, headers, claims, effect, status, code, message, inner, details or spelling
bad.yaml:4:39: `5` is not a step
  - {when: GET /c, then: [{error: 429}, 5]}
                                        ^
  as a single word, allowed: emulate or pass; otherwise write a map such as {error: 5}
)~"},
    {R"~(rules:
- {when: GET /a, then: {error: 429, times: [1]}}
- {when: GET /b, then: {error: 429, times: many}}
- {when: GET /c, then: {error: 429, times: 1.5}}
)~",
     R"~(bad.yaml:2:44: `times` takes a number or `always`, not a list
  - {when: GET /a, then: {error: 429, times: [1]}}
                                             ^
  a whole number, at least 1, or always
bad.yaml:3:44: `times` cannot be `many`
  - {when: GET /b, then: {error: 429, times: many}}
                                             ^
  a whole number, at least 1, or always
bad.yaml:4:44: `times` cannot be `1.5`
  - {when: GET /c, then: {error: 429, times: 1.5}}
                                             ^
  a whole number, at least 1, or always
)~"},
};

TEST(Diagnostics, OfRepliesKindsAndTimes) {
  for (const BadRow& row : kMoreStepRows) {
    expect_problems(row);
  }
}

}  // namespace
}  // namespace graphfault::scenario
