// SPDX-License-Identifier: MIT
#include "verdict/report/html_report.hpp"

#include "base/time_text.hpp"
#include "verdict/report/markup.hpp"
#include "verdict/report/timeline_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace graphfault::verdict {
namespace {

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--ink:#1c2330;--faint:#5c6675;--paper:#fff;--line:#d8dde5;--good:#1a7f4b;--bad:#c4314b;--warn:#a86400;--hatch:#c4314b66;--panel:#f6f8fa}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ef;--faint:#9aa4b2;--paper:#14181f;--line:#333b47;--good:#4cc38a;--bad:#ff6b81;--warn:#f0b429;--hatch:#ff6b8166;--panel:#1c222b}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:2rem auto;max-width:78rem;padding:0 1.2rem}
h1{font-size:1.5rem;margin:2.5rem 0 0}h1:first-child{margin-top:0}h2{font-size:1.1rem;margin:2rem 0 .6rem}.outcome{font-weight:700}.passed,.good-text{color:var(--good)}.failed{color:var(--bad)}.pending{color:var(--warn)}.not{color:var(--faint)}
.faint{color:var(--faint)}ul{margin:.3rem 0 .3rem 1.2rem;padding:0}details{border:1px solid var(--line);border-radius:6px;padding:.45rem .8rem;margin:.35rem 0;background:var(--panel)}
summary{cursor:pointer}summary:focus-visible,a:focus-visible{outline:2px solid var(--warn);outline-offset:2px}code,td{font:13px/1.45 ui-monospace,monospace}code{overflow-wrap:anywhere}.summary td:not(:last-child){white-space:nowrap}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}.scroll{overflow-x:auto}
svg text{fill:var(--ink);font:11px ui-monospace,monospace}svg .tick{fill:var(--faint);text-anchor:middle}svg .grid{stroke:var(--line)}svg .hatch{stroke:var(--hatch);stroke-width:3}
svg .window{fill:url(#hatch);stroke:var(--bad);stroke-opacity:.5}svg .good{fill:var(--good)}svg .throttled{fill:var(--warn)}svg .refused,svg .broken{fill:var(--bad)}svg .early{stroke:var(--bad);stroke-width:3}
tr:target{background:color-mix(in srgb,var(--warn) 25%,transparent)}
)css";

std::string_view outcome_of(const Verdict& verdict) {
  if (verdict.passed) {
    return "passed";
  }
  return verdict.pending && verdict.reasons.empty() ? "pending" : "failed";
}

std::string_view css_of(State state) {
  switch (state) {
    case State::passed:
      return "passed";
    case State::failed:
      return "failed";
    case State::pending:
      return "pending";
    case State::not_exercised:
      return "not";
  }
  return "";
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
      "<details{}><summary><b class=\"{}\">{}</b> {} <span class=\"faint\">({}) "
      "{}</span></summary><ul>",
      open ? " open" : "", css_of(finding.state), text_of(finding.state), finding.id,
      text_of(finding.level), markup_escaped(finding.expected));
  for (const Evidence& evidence : finding.evidence) {
    out += evidence_html(evidence, anchor);
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

void append_findings(std::string& out, const Verdict& verdict, const std::string& anchor) {
  constexpr std::array kOrder{State::failed, State::pending, State::passed, State::not_exercised};
  for (const State state : kOrder) {
    append_findings_in(out, verdict, state, anchor);
  }
}

std::string row_of(const Exchange& exchange, const std::string& anchor) {
  const std::string target =
      exchange.query.empty() ? exchange.path : exchange.path + "?" + exchange.query;
  const std::string rule = exchange.played.rule == 0
                               ? std::string("emulation")
                               : fmt::format("{}/{} step {}", exchange.played.scenario,
                                             exchange.played.rule, exchange.played.step);
  return fmt::format(
      "<tr id=\"{}{}\"><td>#{}</td><td>{}</td><td>{} {}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
      anchor, exchange.sequence, exchange.sequence, iso_date_millis(exchange.tenant_begun),
      markup_escaped(exchange.method), markup_escaped(target),
      exchange.status == 0 ? markup_escaped(exchange.fault) : std::to_string(exchange.status),
      markup_escaped(exchange.code), markup_escaped(rule));
}

constexpr std::string_view kTableHead =
    "<tr><th>#</th><th>begun</th><th>request</th><th>answer</th><th>code</th><th>made by</th></tr>";

void append_operations(std::string& out, const std::vector<const Exchange*>& operations,
                       const std::string& anchor) {
  out += fmt::format(
      R"(<tr><td></td><td colspan="5"><details><summary>{} operations</summary><table>{})",
      operations.size(), kTableHead);
  for (const Exchange* operation : operations) {
    out += row_of(*operation, anchor);
  }
  out += "</table></details></td></tr>";
}

void append_exchanges(std::string& out, const Record& record, const std::string& anchor) {
  out += fmt::format(R"(<div class="scroll"><table>{})", kTableHead);
  for (const Exchange* request : record.requests()) {
    out += row_of(*request, anchor);
    const auto& operations = record.operations(request->sequence);
    if (!operations.empty()) {
      append_operations(out, operations, anchor);
    }
  }
  out += "</table></div>";
}

std::string heading_of(const HtmlSection& section) {
  return fmt::format("{1}: <span class=\"outcome {0}\">{0}</span>", outcome_of(section.verdict),
                     markup_escaped(section.scenario));
}

void append_section(std::string& out, const HtmlSection& section, const std::string& anchor) {
  const Verdict& verdict = section.verdict;
  out += fmt::format("<h1 id=\"{}\">{}</h1><p class=\"faint\">{} requests</p>", anchor,
                     heading_of(section), verdict.exchanges);
  if (!verdict.reasons.empty()) {
    out += "<ul>";
    for (const std::string& reason : verdict.reasons) {
      out += "<li>" + markup_escaped(reason) + "</li>";
    }
    out += "</ul>";
  }
  out += "<h2>Timeline</h2>" + timeline_svg(section.record, anchor) + "<h2>Findings</h2>";
  append_findings(out, verdict, anchor);
  out += "<h2>Exchanges</h2>";
  append_exchanges(out, section.record, anchor);
}

/// `e` of a page with one section, `s2e` of the second of several.
std::string anchor_of(std::size_t index, std::size_t count) {
  return count == 1 ? "e" : fmt::format("s{}e", index + 1);
}

void append_summary(std::string& out, const std::vector<HtmlSection>& sections) {
  out += R"(<table class="summary">)";
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const HtmlSection& section = sections[i];
    out += fmt::format(
        "<tr><td><a href=\"#{0}\">{1}</a></td><td class=\"{2}\">{2}</td><td>{3} "
        "requests</td><td>{4}</td></tr>",
        anchor_of(i, sections.size()), markup_escaped(section.scenario),
        outcome_of(section.verdict), section.verdict.exchanges,
        markup_escaped(fmt::format("{}", fmt::join(section.verdict.reasons, "; "))));
  }
  out += "</table>";
}

std::string title_of(const std::vector<HtmlSection>& sections) {
  if (sections.size() == 1) {
    return fmt::format("{}: {}", outcome_of(sections.front().verdict),
                       markup_escaped(sections.front().scenario));
  }
  const auto passed = std::ranges::count_if(
      sections, [](const HtmlSection& section) { return section.verdict.passed; });
  return fmt::format("{} of {} scenarios passed", passed, sections.size());
}

}  // namespace

std::string html_report(const std::vector<HtmlSection>& sections) {
  std::string out = fmt::format(
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>{}</title><style>{}</style></head><body>",
      title_of(sections), kStyle);
  if (sections.size() > 1) {
    append_summary(out, sections);
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    append_section(out, sections[i], anchor_of(i, sections.size()));
  }
  return out + "</body></html>\n";
}

}  // namespace graphfault::verdict
