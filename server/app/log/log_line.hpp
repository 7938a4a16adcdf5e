// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "base/problem.hpp"
#include "http/wire_plan.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace graphfault::app {

/// One request as the log shows it. Never holds a header, so never a token.
struct LoggedExchange {
  Instant at{};
  std::string method{};
  std::string target{};
  int status = 0;
  std::string answered_by{};  ///< the mark: `throttled/2 step 1`, `emulation`; may be empty
  std::string hint{};         ///< why no rule matched; may be empty
  http::Ending ending = http::Ending::complete;
  Duration delay{};
};

/// What the server has to say about itself.
struct News {
  enum class Level { info, warning, error };
  Instant at{};
  Level level = Level::info;
  std::string message{};
  std::vector<std::pair<std::string, std::string>> members{};  ///< for the JSON form only
};

/// `09:12:33.123 GET /v1.0/users -> 429  throttled/2 step 1`, and a newline. Control characters are
/// shown as `?`; values of a query or fragment that hold secrets are redacted.
std::string text_line(const LoggedExchange& exchange);
/// `{"time":...,"method":...,"target":...,"status":...}`, and a newline.
std::string json_line(const LoggedExchange& exchange);
std::string text_line(const News& news);
std::string json_line(const News& news);

}  // namespace graphfault::app
