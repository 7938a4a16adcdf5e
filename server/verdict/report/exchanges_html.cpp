// SPDX-License-Identifier: MIT
#include "verdict/report/exchanges_html.hpp"

#include "base/counted.hpp"
#include "base/time_text.hpp"
#include "verdict/report/findings_html.hpp"
#include "verdict/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace graphfault::verdict {
namespace {

constexpr std::size_t kMostRequests = 1000;

std::string row_of(const Exchange& exchange, const std::string& anchor) {
  const std::string target =
      exchange.query.empty() ? exchange.path : exchange.path + "?" + exchange.query;
  const std::string rule = exchange.played.rule == 0
                               ? std::string("emulation")
                               : fmt::format("{}/{} step {}", exchange.played.scenario,
                                             exchange.played.rule, exchange.played.step);
  return fmt::format(
      "<tr id=\"{}{}\"><td>#{}</td><td>{}</td><td class=\"request\">{} {}</td>"
      "<td>{}</td><td>{}</td><td>{}</td></tr>",
      anchor, exchange.sequence, exchange.sequence, iso_date_millis(exchange.tenant_begun),
      markup_escaped(exchange.method), markup_escaped(target),
      exchange.status == 0 ? markup_escaped(exchange.fault) : std::to_string(exchange.status),
      markup_escaped(exchange.code), markup_escaped(rule));
}

constexpr std::string_view kTableHead =
    "<tr><th>#</th><th>begun</th><th>request</th><th>answer</th><th>code</th><th>made by</th></tr>";

void append_operations(std::string& out, const std::vector<const Exchange*>& operations,
                       const std::string& anchor) {
  out += fmt::format(R"(<tr><td></td><td colspan="5"><details><summary>{}</summary><table>{})",
                     counted(operations.size(), "operation"), kTableHead);
  for (const Exchange* operation : operations) {
    out += row_of(*operation, anchor);
  }
  out += "</table></details></td></tr>";
}

/// What the evidence names, as far as it is shown.
std::set<std::uint64_t> named_in(const Verdict& verdict) {
  std::set<std::uint64_t> named;
  for (const Finding& finding : verdict.findings) {
    const std::size_t shown = std::min(finding.evidence.size(), kEvidenceShown);
    for (std::size_t i = 0; i < shown; ++i) {
      named.insert(finding.evidence[i].sequences.begin(), finding.evidence[i].sequences.end());
    }
  }
  return named;
}

bool names_one_of(const std::set<std::uint64_t>& named, const Exchange& request,
                  const std::vector<const Exchange*>& operations) {
  return named.contains(request.sequence) ||
         std::any_of(operations.begin(), operations.end(), [&](const Exchange* operation) {
           return named.contains(operation->sequence);
         });
}

}  // namespace

void append_exchanges_html(std::string& out, const Verdict& verdict, const Record& record,
                           const std::string& anchor) {
  const std::vector<const Exchange*>& requests = record.requests();
  const std::size_t from = requests.size() - std::min(requests.size(), kMostRequests);
  if (from > 0) {
    out += fmt::format(
        "<p>Shown are the last {} of {} requests, and those that the evidence names.</p>",
        kMostRequests, requests.size());
  }
  const std::set<std::uint64_t> named = from > 0 ? named_in(verdict) : std::set<std::uint64_t>{};
  out += fmt::format(
      R"(<div class="scroll" tabindex="0" role="region" aria-label="Exchanges"><table>{})",
      kTableHead);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto& operations = record.operations(requests[i]->sequence);
    if (i < from && !names_one_of(named, *requests[i], operations)) {
      continue;
    }
    out += row_of(*requests[i], anchor);
    if (!operations.empty()) {
      append_operations(out, operations, anchor);
    }
  }
  out += "</table></div>";
}

}  // namespace graphfault::verdict
