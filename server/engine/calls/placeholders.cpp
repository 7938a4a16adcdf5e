// SPDX-License-Identifier: MIT
#include "engine/calls/placeholders.hpp"

#include "base/time_text.hpp"

#include <charconv>
#include <cstddef>
#include <optional>

namespace graphfault::engine {
namespace {

std::optional<std::string> path_segment(std::string_view number, const Call& call) {
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), position);
  if (error != std::errc{} || end != number.data() + number.size() || position == 0) {
    return std::nullopt;
  }
  return position <= call.segments.size() ? call.segments[position - 1] : std::string();
}

std::optional<std::string> value_of(std::string_view name, const PlaceholderValues& values) {
  constexpr std::string_view kPath = "path.";
  if (name == "base") {
    return values.call.base;
  }
  if (name == "now") {
    return iso_date(values.wall);
  }
  if (name == "guid") {
    return values.random.guid();
  }
  if (name.substr(0, kPath.size()) == kPath) {
    return path_segment(name.substr(kPath.size()), values.call);
  }
  return std::nullopt;
}

}  // namespace

std::string fill_placeholders(std::string_view text, const PlaceholderValues& values) {
  std::string filled;
  filled.reserve(text.size());
  while (!text.empty()) {
    const std::size_t open = text.find("${");
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    filled.append(text.substr(0, open));
    const std::string_view name = text.substr(open + 2, close - open - 2);
    if (const auto value = value_of(name, values)) {
      filled.append(*value);
      text.remove_prefix(close + 1);
    } else {
      filled.append("${");
      text.remove_prefix(open + 2);
    }
  }
  return filled.append(text);
}

}  // namespace graphfault::engine
