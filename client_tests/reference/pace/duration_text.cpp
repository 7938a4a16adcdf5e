// SPDX-License-Identifier: MIT
#include "pace/duration_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

namespace graphclient {
namespace {

std::optional<std::int64_t> unit_of(std::string_view text) {
  if (text == "ms") {
    return 1;
  }
  if (text == "s") {
    return 1000;
  }
  if (text == "m") {
    return 60 * 1000;
  }
  return text == "h" ? std::optional<std::int64_t>(3600 * 1000) : std::nullopt;
}

}  // namespace

std::optional<Milliseconds> parse_duration(std::string_view text) {
  constexpr std::int64_t kYear = 366LL * 24 * 3600 * 1000;
  std::int64_t count = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc{} || count < 0) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> unit =
      unit_of(text.substr(static_cast<std::size_t>(stop - text.data())));
  if (!unit || count > kYear / *unit) {
    return std::nullopt;
  }
  return Milliseconds(count * *unit);
}

std::string shown_duration(Milliseconds time) {
  if (time < Milliseconds(1000)) {
    return fmt::format("{} ms", time.count());
  }
  const std::int64_t seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
  if (seconds < 60) {
    return fmt::format("{} s", seconds);
  }
  return seconds % 60 == 0 ? fmt::format("{} min", seconds / 60)
                           : fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

}  // namespace graphclient
