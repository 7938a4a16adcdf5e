// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/retry_after_block.hpp"

#include "graph/answers/retry_after.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kRetryAfterKeys[] = {"date", "raw"};

std::optional<RetryAfter> read_raw(const Node& node, Report& report) {
  const auto text = read_text(node, "`raw`", report);
  if (!text) {
    return std::nullopt;
  }
  if (!http::is_header_value(*text)) {
    report.add(node, "the value of `Retry-After` has a line break or a NUL",
               "a header must be a single line");
    return std::nullopt;
  }
  // An HTTP-date says how long only once the time is known: the engine reads that one.
  const auto wait = graph::read_retry_after(*text, Instant());
  const bool date = text->find(':') != std::string::npos;
  return RetryAfter{.form = RetryAfter::Form::raw,
                    .wait = date ? Duration::zero() : wait.value_or(Duration::zero()),
                    .text = *text};
}

}  // namespace

std::optional<RetryAfter> read_retry_after(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  if (node.is_scalar() && node.text.find_first_of(",: ") != std::string::npos) {
    report.add(node, fmt::format("`retry_after` is not a time: '{}'", node.text),
               fmt::format("to send this text unchanged write {{raw: \"{}\"}}; for an HTTP-date in "
                           "the future write {{date: 30s}}",
                           node.text));
    return std::nullopt;
  }
  if (!node.is_map()) {
    const auto wait = read_duration(node, "`retry_after`", report);
    if (!wait) {
      return std::nullopt;
    }
    return RetryAfter{.wait = *wait, .text = graph::retry_after_seconds(*wait).text};
  }
  const Block block(node, "`retry_after`", kRetryAfterKeys, report);
  const Node* const date = block.find("date");
  const Node* const raw = block.find("raw");
  if ((date == nullptr) == (raw == nullptr)) {
    report.add(node, "`retry_after` takes one of a time, `date` and `raw`",
               "2s, {date: 30s} or {raw: \"31,120\"}");
    return std::nullopt;
  }
  if (raw != nullptr) {
    return read_raw(*raw, report);
  }
  const auto wait = read_duration(*date, "`date`", report);
  if (!wait) {
    return std::nullopt;
  }
  return RetryAfter{.form = RetryAfter::Form::date, .wait = *wait};
}

}  // namespace graphfault::scenario
