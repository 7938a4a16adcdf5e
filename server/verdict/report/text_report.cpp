// SPDX-License-Identifier: MIT
#include "verdict/report/text_report.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

constexpr std::size_t kEvidenceShown = 3;

/// ANSI colours, or nothing.
class Paint {
 public:
  explicit Paint(Colour colour) : on_(colour == Colour::on) {}
  std::string red(std::string_view text) const { return wrap("31;1", text); }
  std::string green(std::string_view text) const { return wrap("32;1", text); }
  std::string yellow(std::string_view text) const { return wrap("33", text); }
  std::string faint(std::string_view text) const { return wrap("2", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
  bool on_;
};

std::string seconds_text(Duration time) {
  return fmt::format("{:.1f} s", std::chrono::duration<double>(time).count());
}

/// `#3 GET /users 429 ──0.4 s──> #4 came 1.6 s early`.
std::string timeline(const Record& record, const Evidence& evidence) {
  if (evidence.sequences.size() < 2 || !evidence.waited) {
    return evidence.text;
  }
  const Exchange* first = record.find(evidence.sequences.front());
  if (first == nullptr) {
    return evidence.text;
  }
  std::string line = label(*first);
  if (evidence.due) {
    line += ", Retry-After " +
            duration_text(std::chrono::round<std::chrono::milliseconds>(*evidence.due));
  }
  line += fmt::format(" ──{}──> #{}", seconds_text(*evidence.waited), evidence.sequences.back());
  if (evidence.due && *evidence.waited < *evidence.due) {
    line += fmt::format(" came {} early", seconds_text(*evidence.due - *evidence.waited));
  }
  return line;
}

void append_finding(std::string& out, const Record& record, const Finding& finding,
                    const std::string& mark) {
  out +=
      fmt::format("  {} {} ({}): {}\n", mark, finding.id, text_of(finding.level), finding.expected);
  for (std::size_t i = 0; i < std::min(finding.evidence.size(), kEvidenceShown); ++i) {
    out += "      " + timeline(record, finding.evidence[i]) + "\n";
  }
  if (finding.evidence.size() > kEvidenceShown) {
    out += fmt::format("      and {} more\n", finding.evidence.size() - kEvidenceShown);
  }
}

std::string ids_in(const Verdict& verdict, State state) {
  std::string ids;
  for (const Finding& finding : verdict.findings) {
    if (finding.state == state) {
      ids += (ids.empty() ? "" : ", ") + std::string(finding.id);
    }
  }
  return ids;
}

void append_line(std::string& out, std::string_view name, const std::string& ids) {
  if (!ids.empty()) {
    out += fmt::format("  {}: {}\n", name, ids);
  }
}

}  // namespace

std::string text_report(const std::string& scenario, const Verdict& verdict, const Record& record,
                        Colour colour) {
  const Paint paint(colour);
  const std::string outcome = verdict.passed                               ? paint.green("PASSED")
                              : verdict.pending && verdict.reasons.empty() ? paint.yellow("PENDING")
                                                                           : paint.red("FAILED");
  std::string out = fmt::format("{} {}: {} requests\n", outcome, scenario, verdict.exchanges);
  for (const std::string& reason : verdict.reasons) {
    out += "  " + paint.red("✗ ") + reason + "\n";
  }
  for (const Finding& finding : verdict.findings) {
    if (finding.state == State::failed) {
      append_finding(out, record, finding, paint.red("✗"));
    } else if (finding.state == State::pending) {
      append_finding(out, record, finding, paint.yellow("…"));
    }
  }
  append_line(out, paint.green("passed"), ids_in(verdict, State::passed));
  append_line(out, paint.faint("not exercised"), ids_in(verdict, State::not_exercised));
  if (verdict.dropped > 0) {
    out +=
        fmt::format("  the journal no longer held the first {} exchanges; they were not judged\n",
                    verdict.dropped);
  }
  return out;
}

}  // namespace graphfault::verdict
