// SPDX-License-Identifier: MIT
#include "verdict/verdict.hpp"

#include "base/counted.hpp"
#include "verdict/findings/rules.hpp"
#include "verdict/request_counts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

bool names(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

Finding finding_of(const Rule& rule, const Record& record) {
  Opinion opinion = rule.judge(record);
  const State state = opinion.state();
  std::vector<Evidence>& evidence = state == State::failed    ? opinion.broken
                                    : state == State::pending ? opinion.open
                                                              : opinion.kept;
  return {.id = rule.id,
          .level = rule.level,
          .state = state,
          .expected = rule.expected,
          .source = rule.source,
          .evidence = std::move(evidence)};
}

void weigh_findings(const scenario::VerdictSettings& asked, Verdict& verdict) {
  for (Finding& finding : verdict.findings) {
    finding.required = names(asked.require, finding.id);
    if (finding.fails_verdict()) {
      verdict.reasons.push_back(
          std::string(finding.id) +
          (finding.state == State::failed ? " failed" : " is required and was not exercised"));
    }
    verdict.pending = verdict.pending || (finding.counts() && finding.state == State::pending);
  }
}

void weigh_counts(Verdict& verdict) {
  for (const CountedRequests& counted : verdict.requests) {
    if (!counted.kept()) {
      verdict.unmet.push_back(fmt::format("{} came {}, not {}", counted.text,
                                          how_often(counted.seen),
                                          number_range(counted.min, counted.max)));
    }
  }
}

void weigh_rules(const scenario::Scenario& scenario, const Circumstances& circumstances,
                 Verdict& verdict) {
  for (const scenario::Rule& rule : scenario.rules) {
    const auto number = static_cast<std::size_t>(rule.number);
    const bool played =
        number < circumstances.rule_plays.size() && circumstances.rule_plays[number] > 0;
    if (!played && !rule.optional) {
      const bool of_handshakes = rule.when.surface == scenario::Surface::handshake;
      verdict.unmet.push_back(fmt::format(
          "rule {}{} was never played{}", rule.number,
          rule.name.empty() ? "" : " (" + rule.name + ")",
          of_handshakes ? ": TLS handshakes only play the rules of the default tenant" : ""));
    }
  }
}

void weigh_exit(const scenario::Scenario& scenario, const Circumstances& circumstances,
                Verdict& verdict) {
  if (!circumstances.client_trouble.empty()) {
    verdict.unmet.push_back(circumstances.client_trouble);
    return;
  }
  if (!circumstances.client_exit) {
    return;
  }
  const int wanted = scenario.verdict.client_exit.value_or(0);
  if (*circumstances.client_exit != wanted) {
    verdict.unmet.push_back(
        fmt::format("the client exited with code {}, not {}", *circumstances.client_exit, wanted));
  }
}

}  // namespace

Verdict judge(const scenario::Scenario& scenario, const Record& record,
              const Circumstances& circumstances) {
  Verdict verdict{.exchanges = record.requests().size() + circumstances.dropped,
                  .dropped = circumstances.dropped};
  for (const Rule& rule : rules()) {
    if (!names(scenario.verdict.ignore, rule.id)) {
      verdict.findings.push_back(finding_of(rule, record));
    }
  }
  verdict.requests = count_requests(scenario.verdict.requests, record);
  if (verdict.exchanges == 0 && record.handshakes() == 0) {
    verdict.unmet.emplace_back("no request came");
  }
  weigh_findings(scenario.verdict, verdict);
  weigh_counts(verdict);
  weigh_rules(scenario, circumstances, verdict);
  weigh_exit(scenario, circumstances, verdict);
  const auto place = verdict.exchanges == 0 ? verdict.reasons.begin() : verdict.reasons.end();
  verdict.reasons.insert(place, verdict.unmet.begin(), verdict.unmet.end());
  verdict.passed = verdict.reasons.empty() && !verdict.pending;
  return verdict;
}

}  // namespace graphfault::verdict
