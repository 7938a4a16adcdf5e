// SPDX-License-Identifier: MIT
#include "scenario/loading/reading/scalars.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <system_error>

namespace graphfault::scenario {
namespace {

template <class T>
std::optional<T> parse_number(std::string_view text) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) {
    return std::nullopt;
  }
  return value;
}

std::string range_hint(Range range) {
  if (range.max == std::numeric_limits<std::int64_t>::max()) {
    return fmt::format("a whole number, at least {}", range.min);
  }
  return fmt::format("a whole number from {} to {}", range.min, range.max);
}

}  // namespace

std::string in_ticks(std::string_view name) { return fmt::format("`{}`", name); }

std::string cannot_be(std::string_view what, std::string_view written) {
  return fmt::format("{} cannot be `{}`", what, written);
}

std::optional<std::string> read_text(const Node& node, std::string_view what, Report& report) {
  if (!node.is_scalar()) {
    report_kind(node, what, "text", report);
    return std::nullopt;
  }
  return node.text;
}

std::optional<std::string> read_word(const Node& node, std::string_view what, Report& report) {
  std::optional<std::string> text = read_text(node, what, report);
  if (text && text->empty()) {
    report.add(node, fmt::format("{} cannot be empty", what));
    return std::nullopt;
  }
  return text;
}

std::vector<std::string> read_texts(const Node& node, std::string_view what, Report& report) {
  std::vector<std::string> texts;
  if (node.is_scalar()) {
    texts.push_back(node.text);
    return texts;
  }
  if (!node.is_list()) {
    report_kind(node, what, "a list of text values", report);
    return texts;
  }
  for (const Node& item : node.children) {
    if (auto text = read_word(item, what, report)) {
      texts.push_back(*std::move(text));
    }
  }
  return texts;
}

std::optional<bool> read_flag(const Node& node, std::string_view what, Report& report) {
  if (node.is_word("true") || node.is_word("false")) {
    return node.text == "true";
  }
  if (!node.is_scalar()) {
    report_kind(node, what, "true or false", report);
  } else {
    report.add(node, cannot_be(what, node.text), "allowed: true or false");
  }
  return std::nullopt;
}

std::optional<std::uint64_t> parse_whole(std::string_view text) {
  return parse_number<std::uint64_t>(text);
}

std::optional<std::int64_t> read_whole(const Node& node, std::string_view what, Range range,
                                       Report& report) {
  if (!node.is_scalar()) {
    report_kind(node, what, "a whole number", report, range_hint(range));
    return std::nullopt;
  }
  const auto value = parse_number<std::int64_t>(node.text);
  if (value && node.quoted) {
    report.add(node, fmt::format("{} takes a number, not text", what),
               fmt::format("write it without quotes: {}", node.text));
    return std::nullopt;
  }
  if (!value || *value < range.min || *value > range.max) {
    report.add(node, cannot_be(what, node.text), range_hint(range));
    return std::nullopt;
  }
  return value;
}

std::optional<double> read_number(const Node& node, std::string_view what, Report& report) {
  const auto value = node.is_scalar() ? parse_number<double>(node.text) : std::nullopt;
  if (!value || node.quoted || !std::isfinite(*value)) {
    report.add(node, fmt::format("{} takes a number", what));
    return std::nullopt;
  }
  return value;
}

std::optional<double> read_share(const Node& node, std::string_view what, Report& report) {
  const std::string_view text = node.text;
  const auto value = node.is_scalar() && text.ends_with('%')
                         ? parse_number<double>(text.substr(0, text.size() - 1))
                         : std::nullopt;
  if (!value || !(*value >= 0 && *value <= 100)) {
    report.add(node, fmt::format("{} takes a percentage", what), "from 0% to 100%, such as 40%");
    return std::nullopt;
  }
  return *value / 100;
}

std::optional<Duration> read_duration(const Node& node, std::string_view what, Report& report) {
  if (!node.is_scalar()) {
    report_kind(node, what, "a time", report, "such as 200ms, 2s, 5m or 1h");
    return std::nullopt;
  }
  const Result<Duration> time = parse_duration(node.text);
  if (!time) {
    report.add(node, fmt::format("{}: {}", what, time.error().message), time.error().hint);
    return std::nullopt;
  }
  return *time;
}

void report_no_choice(const Node& node, std::string_view what, Names words, Report& report) {
  if (!node.is_scalar()) {
    report_kind(node, what, "a word", report, choice_hint("", words));
  } else {
    report_unknown(node.mark, cannot_be(what, node.text), node.text, words, report);
  }
}

}  // namespace graphfault::scenario
