// SPDX-License-Identifier: MIT
#include "verdict/report/junit_report.hpp"

#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"
#include "verdict/testing/journal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

using ::testing::HasSubstr;

JunitSuite suite_of(std::string_view yaml, std::string_view journal) {
  const auto scenario = scenario::load(yaml, {.file = "a.yaml", .finding_ids = finding_ids()});
  EXPECT_TRUE(scenario);
  const Record record(journal_of(journal), {.ended = true});
  return {.scenario = "a", .verdict = judge(**scenario, record, {})};
}

std::size_t count_in_junit(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(JunitReport, IsASuiteAScenarioAndACaseAFinding) {
  const std::string xml = junit_report({suite_of("summary: s", "0 GET /v1.0/users 200"),
                                        suite_of("summary: s", "0 GET /v1.0/users 429")});
  EXPECT_EQ(count_in_junit(xml, "<testsuite "), 2U);
  EXPECT_EQ(count_in_junit(xml, "<testcase "), 2 * (finding_ids().size() + 1));
  EXPECT_THAT(xml, HasSubstr("<testsuite name=\"a\" tests=\"25\" failures=\"0\" errors=\"0\""));
  EXPECT_THAT(xml, HasSubstr("failures=\"1\""));
  EXPECT_EQ(count_in_junit(xml, "<failure "), 1U);
  EXPECT_THAT(xml,
              HasSubstr("type=\"failed\">#1 GET /users: 429, never tried again&#10;</failure>"));
}

TEST(JunitReport, RequiredAndNotExercisedIsAFailure) {
  const std::string xml = junit_report(
      {suite_of("verdict: {require: [delta-resynced]}", "0 GET /v1.0/users 200 id=1")});
  EXPECT_THAT(xml, HasSubstr("<failure message=\"required, but not exercised: start over"));
}

TEST(JunitReport, WhatFailsNothingIsSkippedAndSaysSo) {
  const std::string xml =
      junit_report({suite_of("summary: s", "0 GET /v1.0/users 200 next=/v1.0/users?$skiptoken=a")});
  EXPECT_THAT(xml,
              HasSubstr("<skipped message=\"failed, but the scenario does not require it: follow"));
  EXPECT_THAT(xml, HasSubstr("<skipped message=\"not exercised: wait at least Retry-After"));
  EXPECT_EQ(count_in_junit(xml, "<failure "), 0U);
}

TEST(JunitReport, EscapesWhatAClientSent) {
  JunitSuite suite = suite_of("summary: s", "0 GET /v1.0/users 200");
  suite.scenario = "a<b>&\"c\"\x01";
  suite.verdict.unmet = {"GET /\"<x>\" came once"};
  const std::string xml = junit_report({suite});
  EXPECT_THAT(xml, HasSubstr("name=\"a&lt;b&gt;&amp;&quot;c&quot;?\""));
  EXPECT_THAT(xml, HasSubstr("message=\"GET /&quot;&lt;x&gt;&quot; came once\""));
}

}  // namespace
}  // namespace graphfault::verdict
