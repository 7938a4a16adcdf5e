// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace graphfault::app {

struct Variable {
  std::string name{};
  std::string value{};
};

/// The client under test, as `run` is told to start it.
struct ClientCommand {
  std::vector<std::string> words{};        ///< the program and its arguments
  std::vector<Variable> variables{};       ///< set over those that we have
  std::chrono::milliseconds timeout{0};    ///< how long it may run; 0: for ever
  std::chrono::milliseconds grace{5'000};  ///< between SIGTERM and SIGKILL
};

/// How it ended.
struct ClientEnd {
  int code = 0;                 ///< its exit code; 128 and the signal where a signal ended it
  int signal = 0;               ///< the signal that ended it; 0: none did
  bool timed_out = false;       ///< it ran longer than it may, and was told to end
  bool killed = false;          ///< it did not end when it was told to
  int told = 0;                 ///< the signal that told us to end; it was passed on
  std::size_t left_behind = 0;  ///< processes that it had started and that had to be ended
};

/// Runs a client to its end. The real one is ProcessRunner.
class ClientRunner {
 public:
  ClientRunner() = default;
  ClientRunner(const ClientRunner&) = delete;
  ClientRunner& operator=(const ClientRunner&) = delete;
  virtual ~ClientRunner() = default;

  /// Returns when neither the client nor anything it has started is left. A problem where it could
  /// not be started.
  virtual tl::expected<ClientEnd, Problem> run(const ClientCommand& command) = 0;
};

}  // namespace graphfault::app
