// SPDX-License-Identifier: MIT
#include "verdict/report/timeline_svg.hpp"

#include "base/counted.hpp"
#include "verdict/record/waits.hpp"
#include "verdict/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace graphfault::verdict {
namespace {

constexpr double kLabelWidth = 300;
constexpr double kPlotWidth = 860;
constexpr double kRowHeight = 26;
constexpr double kTop = 30;
constexpr double kStatusWidth = 24;
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kMostTries = 200;
constexpr std::size_t kLabelLength = 42;

std::string sample(std::string_view css, std::string_view meaning) {
  return fmt::format(
      R"(<span><svg viewBox="0 0 16 8"><rect class="{}" x="1" y="1" width="14" height="6"/></svg>{}</span>)",
      css, meaning);
}

std::string legend() {
  return "<p class=\"legend\">" + sample("good", "answered") +
         sample("throttled", "to be tried again") + sample("refused", "refused or broken") +
         sample("window", "the wait that the server asked for") +
         sample("throttled early", "came too early") + "</p>";
}

/// Seconds on the tenant's clock to x; where a bar links to, and what is marked.
struct Scale {
  Instant start{};
  double seconds = 1;
  std::string anchor{};
  std::set<std::uint64_t> early{};  ///< what came before a batch's wait was over
  bool stopped = false;             ///< the tenant's clock stands still: the machine's is shown

  Instant begun(const Exchange& exchange) const {
    return stopped ? exchange.begun : exchange.tenant_begun;
  }
  Instant left(const Exchange& exchange) const {
    return exchange.left ? *exchange.left + (begun(exchange) - exchange.begun) : begun(exchange);
  }

  double x(Instant when) const {
    const double since = std::chrono::duration<double>(when - start).count();
    return kLabelWidth + std::clamp(since / seconds, 0.0, 1.0) * kPlotWidth;
  }
};

/// The wait that an answer asked for; of a batch the longest of its operations'.
Duration wait_of(const Record& record, const Exchange& exchange) {
  Duration longest = asked_wait(exchange);
  for (const Exchange* operation : record.operations(exchange.sequence)) {
    longest = std::max(longest, asked_wait(*operation));
  }
  return longest;
}

Instant window_end(const Record& record, const Scale& scale, const Exchange& exchange) {
  return scale.left(exchange) + wait_of(record, exchange);
}

/// The requests that came before a batch's wait was over.
std::set<std::uint64_t> early_after_batches(const Record& record) {
  std::set<std::uint64_t> early;
  for (const Wait& wait : batch_waits(record)) {
    if (wait.waited + record.options().tolerance < wait.due) {
      early.insert(wait.next->sequence);
    }
  }
  return early;
}

using Rows = std::vector<const Attempts*>;

/// True where it is worth a row before others: an error, or more than one attempt.
bool is_telling(const Attempts& call) {
  return call.tries.size() > 1 || !is_success(*call.tries.front());
}

/// All calls of a short journal; of a long one the last telling ones, then the last others, in
/// their order.
Rows chosen_rows(const std::vector<Attempts>& calls) {
  std::size_t telling = 0;
  for (auto call = calls.rbegin(); call != calls.rend() && telling < kMostRows; ++call) {
    telling += is_telling(*call) ? 1U : 0U;
  }
  std::size_t others = kMostRows - telling;
  Rows rows;
  for (auto call = calls.rbegin(); call != calls.rend() && rows.size() < kMostRows; ++call) {
    std::size_t& room = is_telling(*call) ? telling : others;
    if (room > 0) {
      --room;
      rows.push_back(&*call);
    }
  }
  std::reverse(rows.begin(), rows.end());
  return rows;
}

Scale scale_of(const Record& record, const Rows& rows) {
  Scale scale;
  const Exchange& first = record.exchanges().front();
  const Exchange& last = record.exchanges().back();
  scale.stopped = last.tenant_begun - first.tenant_begun < last.begun - first.begun;
  scale.start = scale.begun(*rows.front()->tries.front());
  Instant end = scale.start;
  for (const Attempts* call : rows) {
    for (const Exchange* request : call->tries) {
      scale.start = std::min(scale.start, scale.begun(*request));
      end = std::max({end, scale.left(*request), window_end(record, scale, *request)});
    }
  }
  scale.seconds = std::max(std::chrono::duration<double>(end - scale.start).count() * 1.03, 0.1);
  return scale;
}

std::string_view kind_of(const Exchange& exchange) {
  if (is_success(exchange)) {
    return "good";
  }
  if (exchange.status == 0) {
    return "broken";
  }
  return is_transient(exchange) ? "throttled" : "refused";
}

/// A batch is as bad as what became of its operations: one that is to be tried again counts most.
std::string_view kind_of(const Record& record, const Exchange& exchange) {
  std::string_view kind = kind_of(exchange);
  for (const Exchange* operation : record.operations(exchange.sequence)) {
    if (is_transient(*operation)) {
      return "throttled";
    }
    kind = is_success(*operation) ? kind : kind_of(*operation);
  }
  return kind;
}

/// `, 2 of 20 operations failed`, for the reader who can't see the colour.
std::string failed_operations(const Record& record, const Exchange& exchange) {
  const auto& operations = record.operations(exchange.sequence);
  const auto failed = std::count_if(operations.begin(), operations.end(),
                                    [](const Exchange* one) { return !is_success(*one); });
  return failed == 0
             ? ""
             : fmt::format(", {} of {} failed", failed, counted(operations.size(), "operation"));
}

std::string short_text(std::string text) {
  if (text.size() > kLabelLength) {
    text.resize(kLabelLength - 1);
    text += "…";
  }
  return markup_escaped(text);
}

void append_window(std::string& out, const Record& record, const Scale& scale,
                   const Exchange& answer, double y) {
  const double from = scale.x(scale.left(answer));
  const double to = scale.x(window_end(record, scale, answer));
  out += fmt::format(
      "<rect class=\"window\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
      "height=\"{:.1f}\"><title>#{} asked to wait {}</title></rect>",
      from, y + 3, std::max(to - from, 1.0), kRowHeight - 6, answer.sequence,
      wait_length(wait_of(record, answer)));
}

/// `until` is where the next attempt begins: what has no room before it is not written.
void append_attempt(std::string& out, const Scale& scale, const Exchange& attempt, double y,
                    double until) {
  const double from = scale.x(scale.begun(attempt));
  const double width = std::max(scale.x(scale.left(attempt)) - from, 5.0);
  out += fmt::format(R"(x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2">)", from, y + 6,
                     width, kRowHeight - 12);
  out += "<title>" + markup_escaped(label(attempt)) + "</title></rect>";
  if (from + width + kStatusWidth < until) {
    out += fmt::format(R"(<text class="status" x="{:.1f}" y="{:.1f}">{}</text>)", from + width + 3,
                       y + kRowHeight - 8,
                       attempt.status == 0 ? std::string("✕") : std::to_string(attempt.status));
  }
}

bool is_early(const Record& record, const Scale& scale, const Attempts& call, std::size_t attempt) {
  if (scale.early.contains(call.tries[attempt]->sequence)) {
    return true;
  }
  if (attempt == 0 || call.unclear) {
    return false;
  }
  const Exchange& before = *call.tries[attempt - 1];
  return before.retry_after &&
         waited(before, *call.tries[attempt]) + record.options().tolerance < *before.retry_after;
}

void append_row(std::string& out, const Record& record, const Scale& scale, const Attempts& call,
                double y) {
  const Exchange& first = *call.tries.front();
  const std::string target = first.query.empty() ? first.path : first.path + "?" + first.query;
  const std::size_t from = call.tries.size() - std::min(call.tries.size(), kMostTries);
  out += fmt::format(
      R"(<text class="call" x="4" y="{:.1f}">{}<title>{} {}{}</title></text>)", y + kRowHeight - 8,
      short_text(first.method + " " + target), markup_escaped(first.method), markup_escaped(target),
      from > 0 ? fmt::format(", the last {} of {} attempts", kMostTries, call.tries.size()) : "");
  for (std::size_t i = from; i < call.tries.size(); ++i) {
    const Exchange& attempt = *call.tries[i];
    if (wait_of(record, attempt) > Duration{}) {
      append_window(out, record, scale, attempt, y);
    }
  }
  for (std::size_t i = from; i < call.tries.size(); ++i) {
    const Exchange& attempt = *call.tries[i];
    const bool is_last = i + 1 == call.tries.size();
    const bool early = is_early(record, scale, call, i);
    out += fmt::format(R"(<a href="#{5}{0}" aria-label="#{0}, {1}{6}{2}"><rect class="{3}{4}" )",
                       attempt.sequence,
                       attempt.status == 0 ? "no answer" : std::to_string(attempt.status),
                       early ? ", came too early" : "", kind_of(record, attempt),
                       early ? " early" : "", scale.anchor, failed_operations(record, attempt));
    append_attempt(
        out, scale, attempt, y,
        is_last ? kLabelWidth + 2 * kPlotWidth : scale.x(scale.begun(*call.tries[i + 1])));
    out += "</a>";
  }
}

/// The smallest of 1, 2 and 5 times a power of ten that parts the time into eight at most.
double tick_of(double seconds) {
  constexpr double kMostTicks = 8;
  const double least = std::max(seconds / kMostTicks, 0.01);
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double step : {power, 2 * power, 5 * power}) {
    if (step >= least) {
      return step;
    }
  }
  return 10 * power;
}

void append_axis(std::string& out, const Scale& scale, double height) {
  const double tick = tick_of(scale.seconds);
  for (int i = 0; i * tick <= scale.seconds; ++i) {
    const double x = kLabelWidth + kPlotWidth * i * tick / scale.seconds;
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/><text "
        "class=\"tick\" x=\"{0:.1f}\" y=\"16\">{3:.6g} s</text>",
        x, kTop - 6, height, i * tick);
  }
}

}  // namespace

std::string timeline_svg(const Record& record, const std::string& anchor) {
  if (record.calls().empty()) {
    return "<p>No request came.</p>";
  }
  const Rows rows = chosen_rows(record.calls());
  Scale scale = scale_of(record, rows);
  scale.early = early_after_batches(record);
  scale.anchor = anchor;
  const double height = kTop + kRowHeight * static_cast<double>(rows.size()) + 8;
  std::string out = fmt::format(
      "{2}<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\"><svg "
      "class=\"timeline\" role=\"group\" aria-label=\"the requests over time\" "
      "viewBox=\"0 0 {0:.0f} {1:.0f}\">"
      "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" "
      "class=\"hatch\"/></pattern></defs>",
      kLabelWidth + kPlotWidth + 60, height, legend());
  append_axis(out, scale, height);
  double y = kTop;
  for (const Attempts* call : rows) {
    append_row(out, record, scale, *call, y);
    y += kRowHeight;
  }
  out += "</svg></div>";
  if (rows.size() < record.calls().size()) {
    out += fmt::format(
        "<p>Shown are {} of {} calls: the last ones that met an error, and the last of the "
        "others.</p>",
        rows.size(), record.calls().size());
  }
  return out;
}

}  // namespace graphfault::verdict
