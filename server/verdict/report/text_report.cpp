// SPDX-License-Identifier: MIT
#include "verdict/report/text_report.hpp"

#include "base/counted.hpp"
#include "verdict/record/waits.hpp"

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

/// `#3 GET /users: 429 Retry-After 2s ──0.4 s──> #4 came 1.6 s early`.
std::string timeline(const Record& record, const Evidence& evidence, const Paint& paint) {
  if (evidence.sequences.size() < 2 || !evidence.waited) {
    return evidence.text;
  }
  const Exchange* first = record.find(evidence.sequences.front());
  if (first == nullptr) {
    return evidence.text;
  }
  std::string line = label(*first);
  if (evidence.due) {
    line += " Retry-After " + wait_length(*evidence.due);
  }
  line += paint.faint(fmt::format(" ──{}──> ", seconds_text(*evidence.waited)));
  line += fmt::format("#{}", evidence.sequences.back());
  if (evidence.due && *evidence.waited < *evidence.due) {
    line += " came " + paint.red(seconds_text(*evidence.due - *evidence.waited) + " early");
  }
  return line;
}

void append_finding(std::string& out, const Record& record, const Finding& finding,
                    const std::string& mark, const Paint& paint) {
  out +=
      fmt::format("  {} {} ({}): {}\n", mark, finding.id, text_of(finding.level), finding.expected);
  for (std::size_t i = 0; i < std::min(finding.evidence.size(), kEvidenceShown); ++i) {
    out += "      " + timeline(record, finding.evidence[i], paint) + "\n";
  }
  if (finding.evidence.size() > kEvidenceShown) {
    out += fmt::format("      and {} more\n", finding.evidence.size() - kEvidenceShown);
  }
}

/// What fails the verdict, then what is open, then what is told and fails nothing.
void append_findings(std::string& out, const Verdict& verdict, const Record& record,
                     const Paint& paint) {
  for (const Finding& finding : verdict.findings) {
    if (finding.fails_verdict() && finding.state == State::failed) {
      append_finding(out, record, finding, paint.red("✗"), paint);
    } else if (finding.fails_verdict() && verdict.exchanges > 0) {
      out += fmt::format("  {} {}: required, but not exercised\n", paint.red("✗"), finding.id);
    }
  }
  for (const std::string& unmet : verdict.unmet) {
    out += "  " + paint.red("✗") + " " + unmet + "\n";
  }
  for (const Finding& finding : verdict.findings) {
    if (finding.state == State::pending) {
      append_finding(out, record, finding, paint.yellow("…"), paint);
    }
  }
  for (const Finding& finding : verdict.findings) {
    if (finding.state == State::failed && !finding.counts()) {
      append_finding(out, record, finding, paint.yellow("!"), paint);
    }
  }
}

void append_rest(std::string& out, const Verdict& verdict, const Paint& paint) {
  std::string passed;
  std::size_t not_exercised = 0;
  for (const Finding& finding : verdict.findings) {
    if (finding.state == State::passed) {
      passed += (passed.empty() ? "" : ", ") + std::string(finding.id);
    }
    not_exercised += finding.state == State::not_exercised && !finding.fails_verdict() ? 1U : 0U;
  }
  if (!passed.empty()) {
    out += fmt::format("  {}: {}\n", paint.green("passed"), passed);
  }
  if (not_exercised > 0 && verdict.exchanges > 0) {
    out += paint.faint("  not exercised: " + counted(not_exercised, "other finding")) + "\n";
  }
}

std::string outcome_of(const Verdict& verdict, const Paint& paint) {
  if (verdict.passed) {
    return paint.green("PASSED");
  }
  return verdict.pending && verdict.reasons.empty() ? paint.yellow("PENDING") : paint.red("FAILED");
}

}  // namespace

std::string text_report(const std::string& scenario, const Verdict& verdict, const Record& record,
                        Colour colour) {
  const Paint paint(colour);
  std::string out = fmt::format("{} {}: {}\n", outcome_of(verdict, paint), scenario,
                                counted(verdict.exchanges, "request"));
  append_findings(out, verdict, record, paint);
  append_rest(out, verdict, paint);
  if (verdict.dropped > 0) {
    out += fmt::format("  not judged: the first {}, which the journal no longer held\n",
                       counted(verdict.dropped, "exchange"));
  }
  return out;
}

}  // namespace graphfault::verdict
