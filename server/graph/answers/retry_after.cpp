// SPDX-License-Identifier: MIT
#include "graph/answers/retry_after.hpp"

#include "base/time_text.hpp"
#include "http/list.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace graphfault::graph {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kLongestSeconds = 10LL * 366 * 24 * 3600;
constexpr std::size_t kFractionDigits = 9;

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `128` of `2.128` as nanoseconds; digits beyond the ninth are cut off.
std::int64_t fraction_nanoseconds(std::string_view digits) {
  std::string nine(digits.substr(0, kFractionDigits));
  nine.resize(kFractionDigits, '0');
  std::int64_t value = 0;
  std::from_chars(nine.data(), nine.data() + nine.size(), value);
  return value;
}

std::optional<Duration> read_seconds(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view fraction =
      dot == std::string_view::npos ? std::string_view("0") : text.substr(dot + 1);
  if (!digits_only(whole) || !digits_only(fraction)) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(whole.data(), whole.data() + whole.size(), value);
  if (fault != std::errc{} || end == whole.data()) {
    return seconds(kLongestSeconds);
  }
  return seconds(std::min(value, kLongestSeconds)) + Duration(fraction_nanoseconds(fraction));
}

}  // namespace

RetryAfterAnswer retry_after_seconds(Duration wait) {
  const Duration window = std::max(wait, Duration::zero());
  const auto whole = std::chrono::floor<seconds>(window);
  std::string text = std::to_string(whole.count());
  const auto rest = (window - whole).count();
  if (rest > 0) {
    std::string fraction = std::to_string(rest);
    fraction.insert(0, kFractionDigits - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    text.append(".").append(fraction);
  }
  return {.text = std::move(text), .window = window};
}

RetryAfterAnswer retry_after_date(Duration wait, Instant wall_now) {
  const Instant end = std::chrono::ceil<seconds>(wall_now + wait);
  return {.text = http_date(end), .window = std::max(end - wall_now, Duration::zero())};
}

RetryAfterAnswer retry_after_raw(std::string text, Instant wall_now) {
  const Duration window = read_retry_after(text, wall_now).value_or(Duration::zero());
  return {.text = std::move(text), .window = window};
}

std::string remaining_text(Duration left) {
  return std::to_string(std::max(std::chrono::ceil<seconds>(left), seconds(1)).count());
}

std::optional<Duration> read_retry_after(std::string_view text, Instant wall_now) {
  const std::string_view value = http::trimmed(text);
  if (const auto in_seconds = read_seconds(value)) {
    return std::min<Duration>(*in_seconds, seconds(kLongestSeconds));
  }
  const auto date = parse_http_date(value);
  if (!date) {
    return std::nullopt;
  }
  return std::clamp<Duration>(*date - wall_now, Duration::zero(), seconds(kLongestSeconds));
}

}  // namespace graphfault::graph
