// SPDX-License-Identifier: MIT
#include "verdict/report/junit_report.hpp"

#include "base/time_text.hpp"
#include "verdict/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

struct Case {
  std::string name{};
  State state = State::passed;
  std::string message{};
  std::string detail{};
};

Case case_of(const Finding& finding) {
  Case result{.name = std::string(finding.id),
              .state = finding.state,
              .message = std::string(finding.expected)};
  for (const Evidence& evidence : finding.evidence) {
    result.detail += evidence.text + "\n";
  }
  if (finding.state == State::failed && !finding.counts()) {
    result.state = State::not_exercised;
    result.message = "failed, but the scenario does not require it: " + result.message;
  } else if (finding.state == State::not_exercised && finding.required) {
    result.state = State::failed;
    result.message = "required, but not exercised: " + result.message;
  } else if (finding.state == State::not_exercised) {
    result.message = "not exercised: " + result.message;
  }
  return result;
}

/// What the scenario asks beyond findings: request counts, rules to be played, the exit code.
Case beyond_findings(const Verdict& verdict) {
  return {.name = "the scenario's own demands",
          .state = verdict.unmet.empty() ? State::passed : State::failed,
          .message = fmt::format("{}", fmt::join(verdict.unmet, "; "))};
}

std::vector<Case> cases_of(const Verdict& verdict) {
  std::vector<Case> cases{beyond_findings(verdict)};
  for (const Finding& finding : verdict.findings) {
    cases.push_back(case_of(finding));
  }
  return cases;
}

void append_case(std::string& out, const Case& test, const std::string& suite) {
  out += fmt::format(R"(    <testcase name="{}" classname="{}" time="0")",
                     markup_escaped(test.name), markup_escaped(suite));
  switch (test.state) {
    case State::passed:
      out += "/>\n";
      return;
    case State::failed:
    case State::pending:
      out += fmt::format(
          ">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
          markup_escaped(test.message), text_of(test.state), markup_escaped(test.detail));
      return;
    case State::not_exercised:
      out += fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n",
                         markup_escaped(test.message));
      return;
  }
}

void append_suite(std::string& out, const JunitSuite& suite) {
  const std::vector<Case> cases = cases_of(suite.verdict);
  const auto failures = std::ranges::count_if(cases, [](const Case& test) {
    return test.state == State::failed || test.state == State::pending;
  });
  const auto skipped = std::ranges::count_if(
      cases, [](const Case& test) { return test.state == State::not_exercised; });
  out += fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
      "time=\"{:.3f}\" timestamp=\"{}\">\n",
      markup_escaped(suite.scenario), cases.size(), failures, skipped,
      std::chrono::duration<double>(suite.took).count(), graph_date(suite.started));
  for (const Case& test : cases) {
    append_case(out, test, suite.scenario);
  }
  out += "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const std::vector<JunitSuite>& suites) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"graphfault\">\n";
  for (const JunitSuite& suite : suites) {
    append_suite(out, suite);
  }
  return out + "</testsuites>\n";
}

}  // namespace graphfault::verdict
