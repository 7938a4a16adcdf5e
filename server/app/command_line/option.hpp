// SPDX-License-Identifier: MIT
// The command line as data: one row per option, which parsing, the environment and --help share.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

using Values = std::vector<std::string>;
/// Takes what was given; a problem's message goes on after the option's name: `is 'x': ...`.
using TakeValues = std::function<tl::expected<void, Problem>(const Values&)>;

struct Option {
  std::string name{};         ///< `--foo-bar`; its variable is GRAPHFAULT_FOO_BAR
  std::string placeholder{};  ///< of its value in --help; empty: a switch
  std::string help{};
  std::string fallback{};  ///< the default as --help shows it; empty: none to speak of
  TakeValues take{};
  char separator = '\0';  ///< repeatable; this splits the variable's value. \0: one value
};

struct Positional {
  std::string name{};  ///< `PATH`
  std::string help{};
  bool required = false;
  bool many = false;
  TakeValues take{};
};

/// `--foo-bar` -> `GRAPHFAULT_FOO_BAR`.
std::string variable_of(const std::string& option);

TakeValues take_text(std::string& into);
TakeValues take_texts(std::vector<std::string>& into);
/// Like take_texts, split at commas and blanks too; empty parts are dropped.
TakeValues take_names(std::vector<std::string>& into);
TakeValues take_switch(bool& into);
/// A switch that turns something off.
TakeValues take_negation(bool& into);
TakeValues take_port(std::uint16_t& into);
TakeValues take_port(std::optional<std::uint16_t>& into);
/// Host names and addresses that a certificate may be for, also comma-separated.
TakeValues take_certificate_names(std::vector<std::string>& into);
TakeValues take_number(std::uint64_t& into, std::uint64_t min = 0,
                       std::uint64_t max = std::numeric_limits<std::uint64_t>::max());
/// `33554432`, `32M`, `512K`, `1G`.
TakeValues take_bytes(std::size_t& into);
TakeValues take_duration(Duration& into);
TakeValues take_instant(std::optional<Instant>& into);

}  // namespace graphfault::app
