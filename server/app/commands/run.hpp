// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "base/clock.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace graphfault::app {

struct RunOptions {
  std::vector<std::string> scenarios{};  ///< files, folders, patterns, names
  std::vector<std::string> command{};    ///< the client and its arguments
  std::vector<std::string> among{};      ///< where names are looked for; empty: the shipped ones
  std::string junit{};                   ///< files to write; empty: none
  std::string report{};
  std::string json{};
  Duration timeout = std::chrono::minutes(10);  ///< of one client; 0: none
  Duration grace = std::chrono::seconds(5);     ///< between SIGTERM and SIGKILL
  bool as_proxy = false;                        ///< the client calls the real hosts, by way of us
  std::string authority_folder{};               ///< empty: the user's
  std::uint64_t seed = 0;
};

/// Runs the client in each scenario and tells its verdicts; returns the exit code.
int run_clients(const RunOptions& options, const Streams& streams);

}  // namespace graphfault::app
