// SPDX-License-Identifier: MIT
#include "verdict/report/timeline_svg.hpp"

#include "verdict/report/markup.hpp"
#include "verdict/waits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

constexpr double kLabelWidth = 300;
constexpr double kPlotWidth = 860;
constexpr double kRowHeight = 26;
constexpr double kTop = 30;
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kLabelLength = 42;

/// Seconds on the tenant's clock to x; and where a bar links to.
struct Scale {
  Instant start{};
  double seconds = 1;
  std::string anchor{};

  double x(Instant when) const {
    const double since = std::chrono::duration<double>(when - start).count();
    return kLabelWidth + std::clamp(since / seconds, 0.0, 1.0) * kPlotWidth;
  }
};

Instant left_on_tenants_clock(const Exchange& exchange) {
  return exchange.left ? *exchange.left + (exchange.tenant_begun - exchange.begun)
                       : exchange.tenant_begun;
}

Instant window_end(const Exchange& exchange) {
  return left_on_tenants_clock(exchange) + exchange.retry_after.value_or(Duration{});
}

Scale scale_of(const Record& record) {
  Scale scale;
  scale.start = record.requests().front()->tenant_begun;
  Instant end = scale.start;
  for (const Exchange* request : record.requests()) {
    scale.start = std::min(scale.start, request->tenant_begun);
    end = std::max({end, left_on_tenants_clock(*request), window_end(*request)});
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

std::string short_text(std::string text) {
  if (text.size() > kLabelLength) {
    text.resize(kLabelLength - 1);
    text += "…";
  }
  return markup_escaped(text);
}

void append_window(std::string& out, const Scale& scale, const Exchange& answer, double y) {
  const double from = scale.x(left_on_tenants_clock(answer));
  const double to = scale.x(window_end(answer));
  out += fmt::format(
      "<rect class=\"window\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
      "height=\"{:.1f}\"><title>#{} asked to wait {}</title></rect>",
      from, y + 3, std::max(to - from, 1.0), kRowHeight - 6, answer.sequence,
      wait_length(*answer.retry_after));
}

void append_attempt(std::string& out, const Scale& scale, const Exchange& attempt, double y,
                    bool early) {
  const double from = scale.x(attempt.tenant_begun);
  const double width = std::max(scale.x(left_on_tenants_clock(attempt)) - from, 5.0);
  out += fmt::format(
      "<a href=\"#{12}{0}\" tabindex=\"0\"><rect class=\"{1}{2}\" x=\"{3:.1f}\" y=\"{4:.1f}\" "
      "width=\"{5:.1f}\" height=\"{6:.1f}\" rx=\"2\"><title>{7}{8}</title></rect>"
      "<text class=\"status\" x=\"{9:.1f}\" y=\"{10:.1f}\">{11}</text></a>",
      attempt.sequence, kind_of(attempt), early ? " early" : "", from, y + 6, width,
      kRowHeight - 12, markup_escaped(label(attempt)), early ? ", came too early" : "",
      from + width + 3, y + kRowHeight - 8,
      attempt.status == 0 ? std::string("✕") : std::to_string(attempt.status), scale.anchor);
}

void append_row(std::string& out, const Record& record, const Scale& scale, const Attempts& call,
                double y) {
  const Exchange& first = *call.tries.front();
  const std::string target = first.query.empty() ? first.path : first.path + "?" + first.query;
  out += fmt::format(R"(<text class="call" x="4" y="{:.1f}">{}<title>{} {}</title></text>)",
                     y + kRowHeight - 8, short_text(first.method + " " + target),
                     markup_escaped(first.method), markup_escaped(target));
  for (const Exchange* attempt : call.tries) {
    if (attempt->retry_after && *attempt->retry_after > Duration{}) {
      append_window(out, scale, *attempt, y);
    }
  }
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange* before = i > 0 ? call.tries[i - 1] : nullptr;
    const bool early =
        before != nullptr && !call.unclear && before->retry_after &&
        record.waited(*before, *call.tries[i]) + record.options().tolerance < *before->retry_after;
    append_attempt(out, scale, *call.tries[i], y, early);
  }
}

void append_axis(std::string& out, const Scale& scale, double height) {
  constexpr int kTicks = 6;
  for (int i = 0; i <= kTicks; ++i) {
    const double x = kLabelWidth + kPlotWidth * i / kTicks;
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/><text "
        "class=\"tick\" x=\"{0:.1f}\" y=\"16\">{3:.2f} s</text>",
        x, kTop - 6, height, scale.seconds * i / kTicks);
  }
}

}  // namespace

std::string timeline_svg(const Record& record, const std::string& anchor) {
  if (record.calls().empty()) {
    return "<p>No request came.</p>";
  }
  Scale scale = scale_of(record);
  scale.anchor = anchor;
  const std::size_t rows = std::min(record.calls().size(), kMostRows);
  const double height = kTop + kRowHeight * static_cast<double>(rows) + 8;
  std::string out = fmt::format(
      "<svg role=\"img\" aria-label=\"the requests over time\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
      "width=\"100%\">"
      "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" "
      "class=\"hatch\"/></pattern></defs>",
      kLabelWidth + kPlotWidth + 60, height);
  append_axis(out, scale, height);
  for (std::size_t i = 0; i < rows; ++i) {
    append_row(out, record, scale, record.calls()[i], kTop + kRowHeight * static_cast<double>(i));
  }
  out += "</svg>";
  if (rows < record.calls().size()) {
    out += fmt::format("<p>The first {} of {} calls.</p>", rows, record.calls().size());
  }
  return out;
}

}  // namespace graphfault::verdict
