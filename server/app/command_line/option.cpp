// SPDX-License-Identifier: MIT
#include "app/command_line/option.hpp"

#include "base/letter_case.hpp"
#include "base/time_text.hpp"
#include "net/tls/tls_certificate.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace graphfault::app {
namespace {

using Taken = tl::expected<void, Problem>;

tl::unexpected<Problem> refuse(const std::string& value, const std::string& wanted) {
  return fail("is '" + value + "': " + wanted);
}

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) {
    return std::nullopt;
  }
  return value;
}

std::optional<bool> read_switch(const std::string& text) {
  constexpr std::array<std::string_view, 4> kOn = {"1", "true", "yes", "on"};
  constexpr std::array<std::string_view, 5> kOff = {"0", "false", "no", "off", ""};
  const auto is_text = [&](std::string_view word) { return equal_ignoring_case(word, text); };
  if (std::find_if(kOn.begin(), kOn.end(), is_text) != kOn.end()) {
    return true;
  }
  if (std::find_if(kOff.begin(), kOff.end(), is_text) != kOff.end()) {
    return false;
  }
  return std::nullopt;
}

TakeValues take_switch_as(bool& into, bool when_given) {
  return [&into, when_given](const Values& values) -> Taken {
    const auto given = read_switch(values.back());
    if (!given) {
      return refuse(values.back(), "use on or off");
    }
    into = *given == when_given;
    return {};
  };
}

/// The factor that a size's suffix stands for, and the digits before it.
std::pair<std::string_view, std::uint64_t> split_size(std::string_view text) {
  constexpr std::array<std::pair<char, std::uint64_t>, 3> kUnits = {
      {{'k', 1ULL << 10U}, {'m', 1ULL << 20U}, {'g', 1ULL << 30U}}};
  for (const auto& unit : kUnits) {
    if (!text.empty() && lower(text.back()) == unit.first) {
      return {text.substr(0, text.size() - 1), unit.second};
    }
  }
  return {text, 1};
}

void append_names(std::vector<std::string>& names, const std::string& text) {
  constexpr const char* kBetween = ", ";
  for (std::size_t begin = text.find_first_not_of(kBetween); begin != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    names.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kBetween, end);
  }
}

}  // namespace

std::string variable_of(const std::string& option) {
  std::string name = "GRAPHFAULT_";
  for (const char c : option.substr(2)) {
    name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return name;
}

TakeValues take_text(std::string& into) {
  return [&into](const Values& values) -> Taken {
    into = values.back();
    return {};
  };
}

TakeValues take_texts(std::vector<std::string>& into) {
  return [&into](const Values& values) -> Taken {
    into = values;
    return {};
  };
}

TakeValues take_names(std::vector<std::string>& into) {
  return [&into](const Values& values) -> Taken {
    into.clear();
    for (const std::string& value : values) {
      append_names(into, value);
    }
    return {};
  };
}

TakeValues take_switch(bool& into) { return take_switch_as(into, true); }
TakeValues take_negation(bool& into) { return take_switch_as(into, false); }

namespace {

template <class Port>
TakeValues take_port_into(Port& into) {
  return [&into](const Values& values) -> Taken {
    const auto number = read_number(values.back());
    if (!number || *number > std::numeric_limits<std::uint16_t>::max()) {
      return refuse(values.back(), "a port is a number from 0 (a free one) to 65535");
    }
    into = static_cast<std::uint16_t>(*number);
    return {};
  };
}

}  // namespace

TakeValues take_port(std::uint16_t& into) { return take_port_into(into); }
TakeValues take_port(std::optional<std::uint16_t>& into) { return take_port_into(into); }

TakeValues take_certificate_names(std::vector<std::string>& into) {
  return [&into](const Values& values) -> Taken {
    std::vector<std::string> names;
    for (const std::string& value : values) {
      append_names(names, value);
    }
    const auto stray = std::find_if_not(names.begin(), names.end(), net::is_certificate_name);
    if (stray != names.end()) {
      return refuse(*stray, "give a host name or an IP address, without scheme or port");
    }
    into = std::move(names);
    return {};
  };
}

TakeValues take_number(std::uint64_t& into, std::uint64_t min, std::uint64_t max) {
  return [&into, min, max](const Values& values) -> Taken {
    const auto number = read_number(values.back());
    if (!number || *number < min || *number > max) {
      return refuse(values.back(), "give a whole number from " + std::to_string(min) + " to " +
                                       std::to_string(max));
    }
    into = *number;
    return {};
  };
}

TakeValues take_bytes(std::size_t& into) {
  return [&into](const Values& values) -> Taken {
    const auto [digits, unit] = split_size(values.back());
    const auto number = read_number(digits);
    if (!number || *number > std::numeric_limits<std::size_t>::max() / unit) {
      return refuse(values.back(),
                    "give a number of bytes, or a number with K, M or G, such as 32M");
    }
    into = *number * unit;
    return {};
  };
}

TakeValues take_duration(Duration& into) {
  return [&into](const Values& values) -> Taken {
    const Result<Duration> duration = parse_duration(values.back());
    if (!duration) {
      return refuse(values.back(), duration.error().message);
    }
    into = *duration;
    return {};
  };
}

TakeValues take_instant(std::optional<Instant>& into) {
  return [&into](const Values& values) -> Taken {
    into = parse_iso_date(values.back());
    if (!into) {
      return refuse(values.back(), "write a time as 2026-02-11T09:12:33Z");
    }
    return {};
  };
}

}  // namespace graphfault::app
