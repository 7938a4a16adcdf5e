// SPDX-License-Identifier: MIT
// Diagnostics that list the catalogue: the list grows, the words stay.
#include "graph/errors/error_catalogue.hpp"
#include "scenario/testing/loading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

Problem problem_of(std::string_view rule) {
  const Loaded loaded = load_text("rules:\n- " + std::string(rule));
  if (loaded || loaded.error().size() != 1) {
    ADD_FAILURE() << rule << "\n" << problems_of("rules:\n- " + std::string(rule));
    return {};
  }
  return loaded.error().front();
}

TEST(ErrorDiagnostics, AnAmbiguousCodeListsTheIds) {
  const Problem problem = problem_of("{when: GET /a, then: {error: InvalidAuthenticationToken}}");
  EXPECT_EQ(problem.message, "several errors have the code `InvalidAuthenticationToken`");
  EXPECT_THAT(problem.hint, HasSubstr("choose one by its id: "));
  for (const graph::ErrorEntry* entry : graph::errors_of_code("InvalidAuthenticationToken")) {
    EXPECT_THAT(problem.hint, HasSubstr(std::string(entry->id) + " (401)"));
  }
  EXPECT_EQ(problem_of("{when: GET /a, then: {error: UnknownError}}").message,
            "several errors have the code `UnknownError`");
}

TEST(ErrorDiagnostics, AnUnknownStatusListsTheStatuses) {
  const Problem problem = problem_of("{when: GET /a, then: {error: 418}}");
  EXPECT_EQ(problem.message, "there is no known error with status 418");
  EXPECT_THAT(problem.hint, HasSubstr("known statuses: 400, 401, 402, 403, 404"));
  EXPECT_THAT(problem.hint, HasSubstr("507, 509; for any other answer use `reply`"));
}

TEST(ErrorDiagnostics, AStatusInQuotesIsAText) {
  const Problem problem = problem_of("{when: GET /a, then: {error: \"429\"}}");
  EXPECT_EQ(problem.message, "there is no error called `429`");
  EXPECT_EQ(problem.hint, "write a status without quotes: 429");
}

TEST(ErrorDiagnostics, AHeadersOwnTextIsRaw) {
  for (const std::string text : {"31,120", "Wed, 21 Oct 2026 07:28:00 GMT"}) {
    const Problem problem =
        problem_of("{when: GET /a, then: {error: 429, retry_after: \"" + text + "\"}}");
    EXPECT_EQ(problem.message, "`retry_after` is not a time: '" + text + "'");
    EXPECT_THAT(problem.hint, HasSubstr("{raw: \"" + text + "\"}"));
    EXPECT_THAT(problem.hint, HasSubstr("{date: 30s}"));
  }
}

TEST(ErrorDiagnostics, AKeyOfAnotherBlockIsSentHome) {
  EXPECT_THAT(problem_of("{when: GET /a, then: {error: 429}, retry_after: 2s}").hint,
              StartsWith("it belongs in `then`; allowed here: name, when, then"));
  EXPECT_THAT(problem_of("{when: GET /a, page: 2, then: {error: 429}}").hint,
              StartsWith("it belongs in `when`; "));
  EXPECT_THAT(problem_of("{when: GET /a, then: {error: 429, per: url}}").hint,
              StartsWith("it belongs in the rule, beside `then`; "));
  EXPECT_THAT(problems_of("users: {count: 5}\n"), HasSubstr("it belongs in `data`; "));
  EXPECT_THAT(problems_of("requests: []\n"), HasSubstr("it belongs in `verdict`; "));
}

TEST(ErrorDiagnostics, NoMethodStandsForAny) {
  for (const std::string when : {"\"* /a\"", "any /a", "{method: ALL, path: /a}"}) {
    const Problem problem = problem_of("{when: " + when + ", then: emulate}");
    EXPECT_THAT(problem.message, HasSubstr("is not an HTTP method")) << when;
    EXPECT_EQ(problem.hint, "for any method leave `method` out: {path: /users}");
  }
}

TEST(ErrorDiagnostics, AnUnknownSignInErrorListsTheNumbers) {
  const Problem problem = problem_of("{when: POST /oauth2/v2.0/token, then: {error: AADSTS1}}");
  EXPECT_EQ(problem.message, "there is no sign-in error called `AADSTS1`");
  EXPECT_THAT(problem.hint, HasSubstr("use a status or one of "));
  EXPECT_THAT(problem.hint, HasSubstr("AADSTS7000215"));
}

TEST(ErrorDiagnostics, EveryEntryCanBeNamedByItsId) {
  for (const graph::ErrorEntry& entry : graph::error_catalogue()) {
    const Step step = step_of("{error: " + std::string(entry.id) + "}");
    EXPECT_EQ(std::get<ErrorStep>(step.act).error.status, entry.status) << entry.id;
  }
}

}  // namespace
}  // namespace graphfault::scenario
