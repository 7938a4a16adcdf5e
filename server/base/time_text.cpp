// SPDX-License-Identifier: MIT
#include "base/time_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace graphfault {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Sun", "Mon", "Tue", "Wed",
                                                       "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
// What 64 bits of nanoseconds since 1970 hold, in whole years.
constexpr int kFirstYear = 1678;
constexpr int kLastYear = 2261;

/// A moment's calendar fields in UTC.
struct Calendar {
  explicit Calendar(Instant time)
      : midnight(std::chrono::floor<std::chrono::days>(time)),
        date(midnight),
        clock(time - midnight) {}

  std::chrono::sys_days midnight;
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<Duration> clock;
};

void append_number(std::string& out, std::int64_t value, std::size_t width) {
  std::array<char, 20> digits{};
  std::size_t first = digits.size();
  for (; width > 0 || value > 0; value /= 10) {
    digits[--first] = static_cast<char>('0' + value % 10);
    width -= width > 0 ? 1 : 0;
  }
  out.append(digits.data() + first, digits.size() - first);
}

void append_date(std::string& out, const Calendar& at) {
  append_number(out, static_cast<int>(at.date.year()), 4);
  out += '-';
  append_number(out, static_cast<unsigned>(at.date.month()), 2);
  out += '-';
  append_number(out, static_cast<unsigned>(at.date.day()), 2);
}

void append_time(std::string& out, const Calendar& at) {
  append_number(out, at.clock.hours().count(), 2);
  out += ':';
  append_number(out, at.clock.minutes().count(), 2);
  out += ':';
  append_number(out, at.clock.seconds().count(), 2);
}

std::string date_and_time(const Calendar& at, char between) {
  std::string out;
  out.reserve(sizeof "2026-02-11T09:12:33.123Z");
  append_date(out, at);
  out += between;
  append_time(out, at);
  return out;
}

/// Takes fixed-width text apart from the left; every step fails once one has failed.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool good() const { return good_; }
  bool at_end() const { return good_ && rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  int number(std::size_t digits) {
    int value = 0;
    const bool enough = rest_.size() >= digits;
    for (std::size_t i = 0; enough && i < digits; ++i) {
      good_ = good_ && rest_[i] >= '0' && rest_[i] <= '9';
      value = value * 10 + (rest_[i] - '0');
    }
    good_ = good_ && enough;
    rest_.remove_prefix(good_ ? digits : 0);
    return good_ ? value : 0;
  }

  void literal(std::string_view text) {
    good_ = good_ && rest_.substr(0, text.size()) == text;
    rest_.remove_prefix(good_ ? text.size() : 0);
  }

  /// The index of the name that stands here.
  template <std::size_t Count>
  unsigned one_of(const std::array<std::string_view, Count>& names) {
    const auto* const found = std::find(names.begin(), names.end(), rest_.substr(0, 3));
    good_ = good_ && found != names.end();
    rest_.remove_prefix(good_ ? 3 : 0);
    return good_ ? static_cast<unsigned>(found - names.begin()) : 0;
  }

  /// `.1234567` as nanoseconds; further digits are dropped. 0 where there is none.
  Duration fraction() {
    if (peek() != '.') {
      return Duration::zero();
    }
    rest_.remove_prefix(1);
    good_ = good_ && peek() >= '0' && peek() <= '9';
    std::int64_t value = 0;
    std::int64_t unit = 100'000'000;
    for (; peek() >= '0' && peek() <= '9'; rest_.remove_prefix(1)) {
      value += (rest_.front() - '0') * unit;
      unit /= 10;
    }
    return Duration(value);
  }

  /// `Z`, `+02:00`, `-0730` or nothing, as what must be subtracted.
  std::chrono::minutes offset() {
    const char sign = peek();
    if (sign == 'Z' || sign == 'z') {
      rest_.remove_prefix(1);
      return {};
    }
    if (sign != '+' && sign != '-') {
      return {};
    }
    rest_.remove_prefix(1);
    const int hours = number(2);
    if (peek() == ':') {
      rest_.remove_prefix(1);
    }
    const int minutes = number(2);
    good_ = good_ && hours < 24 && minutes < 60;
    const std::chrono::minutes total = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return sign == '+' ? total : -total;
  }

  Duration time_of_day() {
    const int hours = number(2);
    literal(":");
    const int minutes = number(2);
    literal(":");
    const int seconds = number(2);
    good_ = good_ && hours < 24 && minutes < 60 && seconds < 60;
    return std::chrono::hours(hours) + std::chrono::minutes(minutes) +
           std::chrono::seconds(seconds);
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

std::optional<Instant> midnight_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok() || year < kFirstYear || year > kLastYear) {
    return std::nullopt;
  }
  return Instant(std::chrono::sys_days(date));
}

struct Unit {
  std::string_view name;
  Duration size;
};

using namespace std::chrono_literals;
constexpr std::array<Unit, 5> kUnits = {
    {{"h", 1h}, {"m", 1min}, {"s", 1s}, {"ms", 1ms}, {"us", 1us}}};
constexpr Duration kLongest = 24h * 3650;
constexpr const char* kUnitsHint = "write a number with a unit, such as 200ms, 2s, 5m or 1h";

tl::unexpected<Problem> bad_duration(std::string_view text, std::string_view why) {
  return fail("'" + std::string(text) + "' is not a duration: " + std::string(why), kUnitsHint);
}

/// `12` or `12.345` at the start of a text.
struct Decimal {
  std::string_view whole{};
  std::string_view fraction{};
  std::string_view rest{};
};

std::string_view take_digits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

std::optional<Decimal> decimal_at_start(std::string_view text) {
  Decimal out;
  out.whole = take_digits(text);
  if (out.whole.empty()) {
    return std::nullopt;
  }
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    out.fraction = take_digits(text);
    if (out.fraction.empty()) {
      return std::nullopt;
    }
  }
  out.rest = text;
  return out;
}

/// `1.5s`: that many units, with what fraction is left.
std::string decimal_text(Duration duration, const Unit& unit) {
  std::string out = std::to_string(duration / unit.size);
  std::int64_t left = (duration % unit.size).count();
  out += left > 0 ? "." : "";
  for (std::int64_t place = unit.size.count() / 10; left > 0; place /= 10) {
    out += static_cast<char>('0' + left / place);
    left %= place;
  }
  return out + std::string(unit.name);
}

/// That many units, digits below a nanosecond cut off; nothing past the longest duration.
std::optional<Duration> scaled(const Decimal& number, Duration unit) {
  std::int64_t whole = 0;
  const auto read =
      std::from_chars(number.whole.data(), number.whole.data() + number.whole.size(), whole);
  if (read.ec != std::errc() || whole > kLongest / unit) {
    return std::nullopt;
  }
  std::int64_t fraction = 0;
  std::int64_t parts = 1;
  for (const char c : number.fraction.substr(0, 9)) {
    fraction = fraction * 10 + (c - '0');
    parts *= 10;
  }
  const Duration total = unit * whole + Duration(unit.count() / parts * fraction +
                                                 unit.count() % parts * fraction / parts);
  return total > kLongest ? std::nullopt : std::optional(total);
}

}  // namespace

std::string http_date(Instant time) {
  const Calendar at(time);
  std::string out;
  out.reserve(sizeof "Sun, 06 Nov 1994 08:49:37 GMT");
  out += kWeekdays[std::chrono::weekday(at.midnight).c_encoding()];
  out += ", ";
  append_number(out, static_cast<unsigned>(at.date.day()), 2);
  out += ' ';
  out += kMonths[static_cast<unsigned>(at.date.month()) - 1];
  out += ' ';
  append_number(out, static_cast<int>(at.date.year()), 4);
  out += ' ';
  append_time(out, at);
  out += " GMT";
  return out;
}

std::optional<Instant> parse_http_date(std::string_view text) {
  Reader reader(text);
  const unsigned weekday = reader.one_of(kWeekdays);
  reader.literal(", ");
  const int day = reader.number(2);
  reader.literal(" ");
  const unsigned month = reader.one_of(kMonths) + 1;
  reader.literal(" ");
  const int year = reader.number(4);
  reader.literal(" ");
  const Duration time = reader.time_of_day();
  reader.literal(" GMT");
  const auto midnight = midnight_of(year, month, static_cast<unsigned>(day));
  if (!reader.at_end() || !midnight ||
      std::chrono::weekday(std::chrono::floor<std::chrono::days>(*midnight)).c_encoding() !=
          weekday) {
    return std::nullopt;
  }
  return *midnight + time;
}

std::string graph_date(Instant time) { return date_and_time(Calendar(time), 'T'); }

std::string iso_date(Instant time) { return graph_date(time) + 'Z'; }

std::string iso_date_millis(Instant time) {
  const Calendar at(time);
  std::string out = date_and_time(at, 'T');
  out += '.';
  append_number(out, std::chrono::floor<std::chrono::milliseconds>(at.clock.subseconds()).count(),
                3);
  out += 'Z';
  return out;
}

std::int64_t unix_seconds(Instant time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

std::string sign_in_date(Instant time) { return date_and_time(Calendar(time), ' ') + 'Z'; }

std::optional<Instant> parse_iso_date(std::string_view text) {
  Reader reader(text);
  const int year = reader.number(4);
  reader.literal("-");
  const int month = reader.number(2);
  reader.literal("-");
  const int day = reader.number(2);
  const auto midnight = midnight_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (!reader.good() || !midnight) {
    return std::nullopt;
  }
  if (reader.at_end()) {
    return midnight;
  }
  reader.literal(reader.peek() == 't' ? "t" : "T");
  Duration time = reader.time_of_day();
  time += reader.fraction();
  const Duration offset = reader.offset();
  if (!reader.at_end()) {
    return std::nullopt;
  }
  return *midnight + time - offset;
}

Result<Duration> parse_duration(std::string_view text) {
  if (text == "0") {
    return Duration::zero();
  }
  const auto number = decimal_at_start(text);
  if (!number) {
    return bad_duration(text, text.substr(0, 1) == "-" ? "it is negative" : "it has no number");
  }
  if (number->rest.empty()) {
    return bad_duration(text, "it has no unit");
  }
  const auto* const unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& candidate) {
    return candidate.name == number->rest;
  });
  if (unit == kUnits.end()) {
    return bad_duration(text, "no unit is called '" + std::string(number->rest) + "'");
  }
  const auto duration = scaled(*number, unit->size);
  return duration ? Result<Duration>(*duration) : bad_duration(text, "it is longer than 10 years");
}

std::string duration_text(Duration duration) {
  if (duration < Duration::zero()) {
    return '-' + duration_text(-duration);
  }
  if (duration == Duration::zero()) {
    return "0s";
  }
  // Hours and minutes are written whole; from seconds on a fraction is easier to read.
  const auto* const unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& candidate) {
    return duration % candidate.size == Duration::zero() ||
           (candidate.size <= 1s && duration >= candidate.size);
  });
  return decimal_text(duration, unit == kUnits.end() ? kUnits.back() : *unit);
}

}  // namespace graphfault
