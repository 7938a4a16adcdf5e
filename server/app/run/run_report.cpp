// SPDX-License-Identifier: MIT
#include "app/run/run_report.hpp"

#include "app/run/signal_names.hpp"
#include "base/counted.hpp"
#include "base/utf8.hpp"
#include "verdict/report/html_report.hpp"
#include "verdict/report/json_report.hpp"
#include "verdict/report/junit_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::app {
namespace {

constexpr std::size_t kWidth = 100;

std::string end_text(const ClientEnd& end) {
  return end.signal == 0 ? std::to_string(end.code) : signal_name(end.signal);
}

std::string painted(const std::string& text, std::string_view code, verdict::Colour colour) {
  return colour == verdict::Colour::on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
}

std::string outcome(const GradedRun& graded, verdict::Colour colour) {
  return passed(graded) ? painted("PASSED", "32;1", colour) : painted("FAILED", "31;1", colour);
}

/// What failed in few words: findings by name, then the scenario's own demands.
std::string failures(const verdict::Verdict& verdict) {
  if (verdict.exchanges == 0) {
    return verdict.unmet.front();
  }
  std::vector<std::string> parts;
  for (const verdict::Finding& finding : verdict.findings) {
    if (finding.fails_verdict()) {
      parts.push_back(std::string(finding.id) +
                      (finding.state == verdict::State::failed ? "" : " (not exercised)"));
    }
  }
  parts.insert(parts.end(), verdict.unmet.begin(), verdict.unmet.end());
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string cut_to(std::string text, std::size_t length) {
  if (utf8_length(text) <= length) {
    return text;
  }
  while (utf8_length(text) >= length) {
    text.pop_back();
  }
  return text + "…";
}

std::size_t longest_name(const std::vector<GradedRun>& runs) {
  std::size_t longest = std::string_view("scenario").size();
  for (const GradedRun& graded : runs) {
    longest = std::max(longest, graded.scenario.size());
  }
  return longest;
}

}  // namespace

bool passed(const GradedRun& graded) { return graded.verdict.passed; }

std::string told(const GradedRun& graded, verdict::Colour colour) {
  std::string text = verdict::text_report(graded.scenario, graded.verdict, *graded.record, colour);
  text += fmt::format("  the client: {} {}\n", graded.end.signal == 0 ? "exit code" : "ended by",
                      end_text(graded.end));
  if (graded.verdict.exchanges == 0 && graded.record->handshakes() == 0) {
    text += "  does the client take its base URL from GRAPHFAULT_URL?\n";
  }
  if (const std::size_t left = graded.end.left_behind; left > 0) {
    text += fmt::format("  it left {} behind, which {} ended\n",
                        counted(left, "process", "processes"), agreeing(left, "was", "were"));
  }
  if (!graded.elsewhere.empty()) {
    text += fmt::format("  not judged: {}; the client should use the tenant {}\n", graded.elsewhere,
                        graded.scenario);
  }
  return text;
}

std::string summary_table(const std::vector<GradedRun>& runs, verdict::Colour colour) {
  const std::size_t name_width = longest_name(runs);
  std::string text = fmt::format("{:{}}  {:7}  {:>8}  {:7}  {}\n", "scenario", name_width,
                                 "verdict", "requests", "client", "what failed");
  const std::size_t before = name_width + 2 + 7 + 2 + 8 + 2 + 7 + 2;
  const std::size_t room = before + 20 < kWidth ? kWidth - before : 20;
  for (const GradedRun& graded : runs) {
    std::string line = fmt::format("{:{}}  {}   {:>8}  {:7}  {}", graded.scenario, name_width,
                                   outcome(graded, colour), graded.verdict.exchanges,
                                   end_text(graded.end), cut_to(failures(graded.verdict), room));
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  const auto good = static_cast<std::size_t>(std::count_if(runs.begin(), runs.end(), passed));
  return text +
         fmt::format("{} scenarios: {} passed, {} failed\n", runs.size(), good, runs.size() - good);
}

std::string junit_of(const std::vector<GradedRun>& runs) {
  std::vector<verdict::JunitSuite> suites;
  suites.reserve(runs.size());
  for (const GradedRun& graded : runs) {
    suites.push_back({.scenario = graded.scenario,
                      .verdict = graded.verdict,
                      .started = graded.started,
                      .took = graded.took});
  }
  return verdict::junit_report(suites);
}

std::string html_of(const std::vector<GradedRun>& runs) {
  std::vector<verdict::HtmlSection> sections;
  sections.reserve(runs.size());
  for (const GradedRun& graded : runs) {
    sections.push_back({graded.scenario, graded.verdict, *graded.record});
  }
  return verdict::html_report(sections);
}

std::string json_of(const std::vector<GradedRun>& runs) {
  Json scenarios = Json::array();
  for (const GradedRun& graded : runs) {
    Json scenario = verdict::json_report(graded.scenario, graded.verdict);
    scenario["client"] = {{"exitCode", graded.end.code},
                          {"timedOut", graded.end.timed_out},
                          {"killed", graded.end.killed},
                          {"leftBehind", graded.end.left_behind}};
    scenarios.push_back(std::move(scenario));
  }
  const bool all = std::all_of(runs.begin(), runs.end(), passed);
  return json_text(Json{{"passed", all}, {"scenarios", std::move(scenarios)}}) + '\n';
}

}  // namespace graphfault::app
