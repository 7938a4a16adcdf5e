// SPDX-License-Identifier: MIT
#include "verdict/report/findings_html.hpp"

#include "verdict/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

std::string_view css_of(State state) {
  return state == State::not_exercised ? "not" : text_of(state);
}

std::string evidence_html(const Evidence& evidence, const std::string& anchor) {
  std::string links;
  for (const std::uint64_t sequence : evidence.sequences) {
    links += fmt::format(" <a href=\"#{1}{0}\">#{0}</a>", sequence, anchor);
  }
  return fmt::format("<li><code>{}</code><span class=\"faint\">{}</span></li>",
                     markup_escaped(evidence.text), links);
}

void append_finding(std::string& out, const Finding& finding, const std::string& anchor) {
  const bool open = finding.state == State::failed || finding.state == State::pending;
  out += fmt::format(
      "<details data-finding=\"{3}\"{0}><summary><b class=\"{1}\">{2}</b> {3} <span "
      "class=\"faint\">({4}) "
      "{5}</span></summary><ul>",
      open ? " open" : "", css_of(finding.state), text_of(finding.state), finding.id,
      text_of(finding.level), markup_escaped(finding.expected));
  const std::size_t shown = std::min(finding.evidence.size(), kEvidenceShown);
  for (std::size_t i = 0; i < shown; ++i) {
    out += evidence_html(finding.evidence[i], anchor);
  }
  if (shown < finding.evidence.size()) {
    out += fmt::format("<li>and {} more</li>", finding.evidence.size() - shown);
  }
  out += fmt::format("</ul><p class=\"faint\">Source: {}</p></details>",
                     markup_escaped(finding.source));
}

void append_findings_in(std::string& out, const Verdict& verdict, State state,
                        const std::string& anchor) {
  for (const Finding& finding : verdict.findings) {
    if (finding.state == state) {
      append_finding(out, finding, anchor);
    }
  }
}

}  // namespace

void append_findings_html(std::string& out, const Verdict& verdict, const std::string& anchor) {
  for (const State state : {State::failed, State::pending, State::passed}) {
    append_findings_in(out, verdict, state, anchor);
  }
  const auto idle = std::ranges::count(verdict.findings, State::not_exercised, &Finding::state);
  if (idle > 0) {
    out += fmt::format(
        "<details class=\"rest\" data-finding=\"rest\"><summary class=\"not\">{} not "
        "exercised</summary>",
        idle);
    append_findings_in(out, verdict, State::not_exercised, anchor);
    out += "</details>";
  }
}

}  // namespace graphfault::verdict
