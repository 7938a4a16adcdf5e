// SPDX-License-Identifier: MIT
#include "http/range.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace graphfault::http {
namespace {

/// A whole number; one that doesn't fit is as good as the greatest.
std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ptr != end || text.empty() || read.ec == std::errc::invalid_argument) {
    return std::nullopt;
  }
  return read.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

Range suffix(std::uint64_t length, std::uint64_t size) {
  if (length == 0 || size == 0) {
    return {.kind = Range::Kind::unsatisfiable};
  }
  return {.kind = Range::Kind::part, .first = size - std::min(length, size), .last = size - 1};
}

}  // namespace

Range parse_range(std::string_view header, std::uint64_t size) {
  const auto [unit, set] = name_and_value(header);
  const std::size_t dash = set.find('-');
  if (!equal_ignoring_case(unit, "bytes") || dash == std::string_view::npos) {
    return {};
  }
  const std::string_view from = trimmed(set.substr(0, dash));
  const std::string_view to = trimmed(set.substr(dash + 1));
  const auto first = number(from);
  const auto last = number(to);
  if ((!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty())) {
    return {};
  }
  if (!first) {
    return suffix(*last, size);
  }
  if (last && *last < *first) {
    return {};
  }
  if (*first >= size) {
    return {.kind = Range::Kind::unsatisfiable};
  }
  return {.kind = Range::Kind::part,
          .first = *first,
          .last = std::min(last.value_or(size - 1), size - 1)};
}

std::string content_range(const Range& range, std::uint64_t size) {
  const std::string total = '/' + std::to_string(size);
  if (range.kind == Range::Kind::unsatisfiable) {
    return "bytes *" + total;
  }
  return "bytes " + std::to_string(range.first) + '-' + std::to_string(range.last) + total;
}

}  // namespace graphfault::http
