// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace graphfault::app {

/// SIGTERM, SIGINT and SIGHUP as events that one thread waits for. To be made before any other
/// thread, so that none is interrupted.
class Signals {
 public:
  enum class Event { end, reload, nothing };

  Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// The next event, or `nothing` after `patience`.
  Event wait(std::chrono::milliseconds patience) const;
  /// From now on the next SIGTERM or SIGINT ends the process at once.
  void end_at_once() const;
};

}  // namespace graphfault::app
