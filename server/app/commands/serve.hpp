// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "app/log/log_format.hpp"
#include "app/tls/tls_setup.hpp"
#include "base/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

struct ServeOptions {
  std::vector<std::string> scenarios{};  ///< files and folders; empty: the shipped ones
  std::string scenario_yaml{};           ///< one scenario inline
  std::string scenario{};                ///< of the default tenant
  std::vector<std::string> hosts{"127.0.0.1", "::1"};
  std::uint16_t port = 8080;
  std::optional<std::uint16_t> https_port{};  ///< nothing: 8443, or a free one where `port` is 0
  TlsChoice tls{};
  std::uint16_t control_port = 8081;
  std::vector<std::string> allowed_hosts{};
  std::uint64_t seed = 0;
  std::optional<Instant> clock{};
  bool watch = false;
  LogFormat log = LogFormat::text;
  bool marks = true;
  std::string ready_file{};
  std::uint64_t threads = 0;
  std::size_t journal_bytes = 32U << 20U;  ///< 0: nothing is recorded
  std::uint64_t max_tenants = 10'000;
};

/// Serves until it is told to stop; returns the exit code.
int serve(const ServeOptions& options, const Streams& streams);

}  // namespace graphfault::app
