// SPDX-License-Identifier: MIT
#include "verdict/report/junit_report.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
  }
  return out;
}

struct Case {
  std::string name{};
  State state = State::passed;
  std::string message{};
  std::string detail{};
};

Case case_of(const Finding& finding, const std::vector<std::string>& reasons) {
  const bool counts = std::ranges::any_of(reasons, [&](const std::string& reason) {
    return reason.starts_with(std::string(finding.id) + " ");
  });
  Case result{.name = std::string(finding.id),
              .state = finding.state,
              .message = std::string(finding.expected)};
  for (const Evidence& evidence : finding.evidence) {
    result.detail += evidence.text + "\n";
  }
  if (counts) {
    result.state = State::failed;
  } else if (finding.state == State::failed) {
    result.state = State::not_exercised;
    result.message = "not kept, and the scenario doesn't require it: " + result.message;
  }
  return result;
}

/// The reasons that no finding names: request counts, rules never played, the exit code.
Case beyond_findings(const Verdict& verdict) {
  Case result{.name = "the scenario's own demands"};
  for (const std::string& reason : verdict.reasons) {
    const bool of_finding = std::ranges::any_of(verdict.findings, [&](const Finding& finding) {
      return reason.starts_with(std::string(finding.id) + " ");
    });
    if (!of_finding) {
      result.state = State::failed;
      result.message = result.message.empty() ? reason : result.message + "; " + reason;
    }
  }
  return result;
}

std::vector<Case> cases_of(const Verdict& verdict) {
  std::vector<Case> cases{beyond_findings(verdict)};
  for (const Finding& finding : verdict.findings) {
    cases.push_back(case_of(finding, verdict.reasons));
  }
  return cases;
}

void append_case(std::string& out, const Case& test, const std::string& suite) {
  out += fmt::format(R"(    <testcase name="{}" classname="{}" time="0")", escaped(test.name),
                     escaped(suite));
  switch (test.state) {
    case State::passed:
      out += "/>\n";
      return;
    case State::failed:
    case State::pending:
      out += fmt::format(
          ">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
          escaped(test.message), text_of(test.state), escaped(test.detail));
      return;
    case State::not_exercised:
      out += fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n",
                         escaped(test.message));
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
      escaped(suite.scenario), cases.size(), failures, skipped,
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
