// SPDX-License-Identifier: MIT
// A plain HTTP client for the control API: `healthcheck` and the tests use it.
#pragma once

#include "base/result.hpp"
#include "http/headers.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace graphfault::control {

struct ClientCall {
  std::string method = "GET";
  std::string target = "/";
  http::Headers headers{};
  std::string body{};
};

struct ClientReply {
  int status = 0;
  http::Headers headers{};
  std::string body{};
};

/// One call on a connection of its own. `timeout` bounds connecting and every wait for bytes. A
/// problem where no whole reply came.
Result<ClientReply> call(const std::string& host, std::uint16_t port, const ClientCall& call,
                         std::chrono::milliseconds timeout);

}  // namespace graphfault::control
