// SPDX-License-Identifier: MIT
#include "wire/http_date.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

namespace graphclient {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::vector<std::string_view> words(std::string_view text) {
  constexpr std::string_view kBetween = " ,-:";
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kBetween);
    if (begin == std::string_view::npos) {
      return out;
    }
    text.remove_prefix(begin);
    const std::size_t end = text.find_first_of(kBetween);
    out.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  }
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

std::optional<unsigned> month(std::string_view text) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == text) {
      return i + 1;
    }
  }
  return std::nullopt;
}

/// RFC 850 writes two digits; they stand for the century that is nearest today's use.
int whole_year(int year, std::size_t digits) {
  if (digits > 2) {
    return year;
  }
  return year < 70 ? 2000 + year : 1900 + year;
}

struct Fields {
  std::string_view year{};
  std::string_view month{};
  std::string_view day{};
  std::array<std::string_view, 3> clock{};
};

std::optional<Fields> fields_of(std::string_view text) {
  const std::vector<std::string_view> w = words(text);
  if (w.size() == 8 && (w[7] == "GMT" || w[7] == "UTC")) {  // Sun, 06 Nov 1994 08:49:37 GMT
    return Fields{.year = w[3], .month = w[2], .day = w[1], .clock = {w[4], w[5], w[6]}};
  }
  if (w.size() == 7) {  // Sun Nov  6 08:49:37 1994
    return Fields{.year = w[6], .month = w[1], .day = w[2], .clock = {w[3], w[4], w[5]}};
  }
  return std::nullopt;
}

std::optional<chrono::seconds> time_of_day(const std::array<std::string_view, 3>& clock) {
  const std::optional<int> hour = number(clock[0]);
  const std::optional<int> minute = number(clock[1]);
  const std::optional<int> second = number(clock[2]);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  return chrono::hours(*hour) + chrono::minutes(*minute) + chrono::seconds(*second);
}

}  // namespace

std::optional<chrono::sys_seconds> parse_http_date(std::string_view text) {
  const std::optional<Fields> fields = fields_of(text);
  if (!fields) {
    return std::nullopt;
  }
  const std::optional<int> year = number(fields->year);
  const std::optional<unsigned> the_month = month(fields->month);
  const std::optional<int> day = number(fields->day);
  const std::optional<chrono::seconds> time = time_of_day(fields->clock);
  if (!year || *year > 9999 || !the_month || !day || *day > 31 || !time) {
    return std::nullopt;
  }
  const chrono::year_month_day date{chrono::year(whole_year(*year, fields->year.size())),
                                    chrono::month(*the_month),
                                    chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) {
    return std::nullopt;
  }
  return chrono::sys_days(date) + *time;
}

std::string http_date(chrono::sys_seconds time) {
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss clock(time - day);
  const unsigned weekday = chrono::weekday(day).c_encoding();
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays.at(weekday),
                     static_cast<unsigned>(date.day()),
                     kMonths.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

}  // namespace graphclient
