// SPDX-License-Identifier: MIT
#include "verdict/report/text_report.hpp"

#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"
#include "verdict/testing/journal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string report(std::string_view yaml, std::string_view journal, Colour colour = Colour::off,
                   const Circumstances& circumstances = {}) {
  const auto scenario = scenario::load(yaml, {.file = "a.yaml", .finding_ids = finding_ids()});
  EXPECT_TRUE(scenario);
  const Record record(journal_of(journal), {.ended = true});
  return text_report("a", judge(**scenario, record, circumstances), record, colour);
}

TEST(TextReport, TellsAnEarlyRetryAsATimeline) {
  EXPECT_THAT(
      report("summary: s",
             "0 GET /v1.0/users 429 retry-after=2s | 410 GET /v1.0/users 429 | 9000 GET "
             "/v1.0/users 200"),
      HasSubstr(
          "  ✗ retry-after-honoured (must): wait at least Retry-After before repeating the call\n"
          "      #1 GET /users: 429 Retry-After 2s ──0.4 s──> #2 came 1.6 s early\n"));
}

TEST(TextReport, TellsWhatFailsTheVerdictFirst) {
  const std::string text = report(
      "verdict: {require: [delta-resynced], requests: [{when: GET /users, count: 3}]}\n"
      "rules: [{when: GET /x, then: emulate}]",
      "0 GET /v1.0/users 429 counts=1", Colour::off, {.client_exit = 1});
  EXPECT_THAT(text, StartsWith("FAILED a: 1 request\n  ✗ retries-transient (must): "));
  EXPECT_THAT(text, HasSubstr("\n"
                              "  ✗ delta-resynced: required, but not exercised\n"
                              "  ✗ GET /users came once, not 3\n"
                              "  ✗ rule 1 was never played\n"
                              "  ✗ the client exited with code 1, not 0\n"
                              "  ! client-request-id-sent (advice): "));
}

TEST(TextReport, NumbersAndNounsAgree) {
  Verdict verdict{.passed = true,
                  .findings = {{.id = "select-used", .state = State::not_exercised}},
                  .exchanges = 1,
                  .dropped = 1};
  const Record none(std::vector<Exchange>{}, {.ended = true});
  EXPECT_EQ(text_report("a", verdict, none, Colour::off),
            "PASSED a: 1 request\n  not exercised: 1 other finding\n"
            "  not judged: the first 1 exchange, which the journal no longer held\n");
  verdict.exchanges = 2;
  verdict.dropped = 2;
  verdict.findings.push_back(verdict.findings.front());
  EXPECT_EQ(text_report("a", verdict, none, Colour::off),
            "PASSED a: 2 requests\n  not exercised: 2 other findings\n"
            "  not judged: the first 2 exchanges, which the journal no longer held\n");
}

TEST(TextReport, SaysLittleWhereNoRequestCame) {
  EXPECT_EQ(report("verdict: {require: [delta-resynced]}", ""),
            "FAILED a: 0 requests\n  ✗ no request came\n");
}

TEST(TextReport, ShowsThreePiecesOfEvidence) {
  const std::string text =
      report("summary: s",
             "0 GET /v1.0/a 429 | 1 GET /v1.0/b 429 | 2 GET /v1.0/c 429 | 3 GET /v1.0/d 429");
  EXPECT_THAT(text, HasSubstr("#3 GET /c: 429, never tried again\n      and 1 more\n"));
  EXPECT_THAT(text, Not(HasSubstr("GET /d: 429, never")));
}

TEST(TextReport, IsColouredOnDemand) {
  EXPECT_THAT(report("summary: s", "0 GET /v1.0/users 200", Colour::on),
              StartsWith("\x1b[32;1mPASSED\x1b[0m a: 1 request\n"));
  EXPECT_THAT(report("summary: s", "0 GET /v1.0/users 200"), Not(HasSubstr("\x1b")));
}

TEST(TextReport, OfALongJournalStaysBounded) {
  std::string journal;
  for (int i = 0; i < 5000; ++i) {
    journal +=
        (i == 0 ? "" : " | ") + std::to_string(i * 20) + " GET /v1.0/users 429 retry-after=60s";
  }
  const std::string text = report("summary: s", journal);
  EXPECT_LT(text.size(), 8000U);
  EXPECT_THAT(text, HasSubstr("and 4996 more"));
}

}  // namespace
}  // namespace graphfault::verdict
