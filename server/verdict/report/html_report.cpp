// SPDX-License-Identifier: MIT
#include "verdict/report/html_report.hpp"

#include "base/counted.hpp"
#include "verdict/report/exchanges_html.hpp"
#include "verdict/report/findings_html.hpp"
#include "verdict/report/markup.hpp"
#include "verdict/report/report_style.hpp"
#include "verdict/report/timeline_svg.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

std::string_view outcome_of(const Verdict& verdict) {
  if (verdict.passed) {
    return "passed";
  }
  return verdict.pending && verdict.reasons.empty() ? "pending" : "failed";
}

void append_reasons(std::string& out, const Verdict& verdict) {
  if (verdict.reasons.empty()) {
    return;
  }
  out += "<ul class=\"reasons\">";
  for (const std::string& reason : verdict.reasons) {
    out += "<li>" + markup_escaped(reason) + "</li>";
  }
  out += "</ul>";
}

std::string count_text(const Verdict& verdict) {
  std::string text = counted(verdict.exchanges, "request");
  if (verdict.dropped > 0) {
    text += fmt::format("; not judged: the first {}, which the journal no longer held",
                        counted(verdict.dropped, "exchange"));
  }
  return text;
}

std::string heading_of(const HtmlSection& section) {
  return fmt::format("{1}: <span class=\"outcome {0}\">{0}</span>", outcome_of(section.verdict),
                     markup_escaped(section.scenario));
}

void append_section(std::string& out, const HtmlSection& section, const std::string& anchor) {
  const Verdict& verdict = section.verdict;
  out += fmt::format(R"(<h1 id="{}">{}</h1><p class="faint">{}</p>)", anchor, heading_of(section),
                     count_text(verdict));
  append_reasons(out, verdict);
  out += "<h2>Timeline</h2>" + timeline_svg(section.record, anchor) + "<h2>Findings</h2>";
  append_findings_html(out, verdict, anchor);
  out += "<h2>Exchanges</h2>";
  append_exchanges_html(out, verdict, section.record, anchor);
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
        "<tr><td><a href=\"#{0}\">{1}</a></td><td class=\"{2}\">{2}</td><td>{3}</td>"
        "<td>{4}</td></tr>",
        anchor_of(i, sections.size()), markup_escaped(section.scenario),
        outcome_of(section.verdict), counted(section.verdict.exchanges, "request"),
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
      "content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" "
      "href=\"data:,\"><title>{}</title><style>{}</style></head><body><main>",
      title_of(sections), report_style());
  if (sections.size() > 1) {
    append_summary(out, sections);
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    append_section(out, sections[i], anchor_of(i, sections.size()));
  }
  return out + "</main></body></html>\n";
}

std::string html_fragment(const Verdict& verdict, const Record& record) {
  const std::string_view outcome = outcome_of(verdict);
  std::string out = fmt::format(
      "<p data-outcome=\"{0}\" role=\"status\"><span class=\"outcome {0}\">{0}</span> <span "
      "class=\"faint\">{1}</span></p>",
      outcome, count_text(verdict));
  append_reasons(out, verdict);
  out += "<h3>Timeline</h3>" + timeline_svg(record) + "<h3>Findings</h3>";
  append_findings_html(out, verdict, "e");
  return out + "\n";
}

}  // namespace graphfault::verdict
