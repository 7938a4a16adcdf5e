// SPDX-License-Identifier: MIT
// A call of the control API and its reply, as values apart from any socket.
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/problem.hpp"
#include "http/headers.hpp"
#include "http/target.hpp"

#include <memory>
#include <string>
#include <vector>

namespace graphfault::control {

struct Call {
  std::string method{};
  std::vector<std::string> segments{};  ///< of the path, decoded
  http::Fields options{};               ///< of the query, decoded
  std::string body{};
  Instant now{};
  std::string last_event_id{};  ///< the header of that name
};

class EventStream;

struct Reply {
  int status = 200;
  std::string content_type = "application/json";
  http::Headers headers{};  ///< beyond Content-Type and Content-Length
  std::string body{};
  std::shared_ptr<EventStream> events{};  ///< what the body goes on with, until it ends
};

/// Indented, and ending with a newline, since people read it with curl.
Reply json_reply(int status, const Json& value);
/// `{"error": {"status", "message", "hint"}}`; the hint is left out where empty.
Reply error_reply(int status, const std::string& message, const std::string& hint = {});
/// A problem as JSON: message, hint, file, line, column, sourceLine; unknown parts are left out.
Json problem_json(const Problem& problem);
Json problems_json(const Problems& problems);

}  // namespace graphfault::control
