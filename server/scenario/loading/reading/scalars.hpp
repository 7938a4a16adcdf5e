// SPDX-License-Identifier: MIT
// Single values. Each reader reports what does not fit and then gives nothing; `what` names the
// value in messages, mostly its key in backticks.
#pragma once

#include "base/clock.hpp"
#include "scenario/loading/reading/block.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

/// "`times`".
std::string in_ticks(std::string_view name);

std::optional<std::string> read_text(const Node& node, std::string_view what, Report& report);
/// Like read_text, but an empty text is a problem.
std::optional<std::string> read_word(const Node& node, std::string_view what, Report& report);
/// A list of texts; one text stands for a list of one.
std::vector<std::string> read_texts(const Node& node, std::string_view what, Report& report);

/// `true` or `false`.
std::optional<bool> read_flag(const Node& node, std::string_view what, Report& report);

struct Range {
  std::int64_t min = 0;
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
};
/// Decimal digits and nothing else.
std::optional<std::uint64_t> parse_whole(std::string_view text);
/// Decimal digits in that range.
std::optional<std::int64_t> read_whole(const Node& node, std::string_view what, Range range,
                                       Report& report);
std::optional<double> read_number(const Node& node, std::string_view what, Report& report);
/// `40%` as 0.4.
std::optional<double> read_share(const Node& node, std::string_view what, Report& report);

/// `200ms`, `2s`; a bare number other than 0 is a problem.
std::optional<Duration> read_duration(const Node& node, std::string_view what, Report& report);

/// "`per` cannot be `user`".
std::string cannot_be(std::string_view what, std::string_view written);

/// Reports a node that is none of those words.
void report_no_choice(const Node& node, std::string_view what, Names words, Report& report);

template <class T>
struct Choice {
  std::string_view name{};
  T value{};
};
/// One of the names of a table.
template <class T, std::size_t N>
std::optional<T> read_choice(const Node& node, std::string_view what, const Choice<T> (&choices)[N],
                             Report& report) {
  std::vector<std::string_view> names;
  for (const Choice<T>& choice : choices) {
    if (node.is_scalar() && node.text == choice.name) {
      return choice.value;
    }
    names.push_back(choice.name);
  }
  report_no_choice(node, what, names, report);
  return std::nullopt;
}

/// Moves a value that was read to where it belongs; nothing leaves the default.
template <class T, class From>
void assign(T& target, std::optional<From> value) {
  if (value) {
    target = static_cast<T>(*std::move(value));
  }
}

}  // namespace graphfault::scenario
