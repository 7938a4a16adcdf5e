// SPDX-License-Identifier: MIT
#include "pace/retry_after.hpp"

#include "wire/http_date.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace graphclient {
namespace {

/// Longer than any patience; keeps the arithmetic far from overflow.
constexpr double kLongestWait = 366.0 * 24 * 3600;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<Milliseconds> seconds_of(std::string_view text) {
  if (text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  double seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds, std::chars_format::fixed);
  if (stop != end) {
    return std::nullopt;
  }
  if (error == std::errc::result_out_of_range) {
    seconds = kLongestWait;
  } else if (error != std::errc{}) {
    return std::nullopt;
  }
  return Milliseconds(std::llround(std::ceil(std::min(seconds, kLongestWait) * 1000)));
}

std::optional<Milliseconds> until_date(std::string_view text, const Headers& headers, Instant now) {
  const std::optional<std::chrono::sys_seconds> then = parse_http_date(text);
  if (!then) {
    return std::nullopt;
  }
  const std::string* date = find_header(headers, "Date");
  const std::optional<std::chrono::sys_seconds> service =
      date == nullptr ? std::nullopt : parse_http_date(*date);
  const Instant from = service ? Instant(*service) : now;
  return std::max(Milliseconds(0), Instant(*then) - from);
}

}  // namespace

std::optional<Milliseconds> retry_after(const Headers& headers, Instant now) {
  const std::vector<std::string> values = all_headers(headers, "Retry-After");
  if (values.size() != 1) {
    return std::nullopt;  // none, or the same header twice, which is a list too
  }
  const std::string_view text = trimmed(values.front());
  if (const std::optional<Milliseconds> seconds = seconds_of(text)) {
    return seconds;
  }
  return until_date(text, headers, now);
}

}  // namespace graphclient
