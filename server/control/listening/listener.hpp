// SPDX-License-Identifier: MIT
// The control API on sockets of its own, with threads of its own: it answers while the emulated
// wire is flooded, stalled or told to fail. One connection per call.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "control/subject.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace graphfault::control {

struct ListenerOptions {
  std::vector<std::string> hosts{"127.0.0.1", "::1"};  ///< an address family that the machine
                                                       ///< lacks is skipped as long as one is bound
  std::uint16_t port = 8081;                           ///< 0: a free one, the same on every address
  std::vector<std::string> allowed_hosts{};            ///< further names in Host that are answered
};

class Listener {
 public:
  enum class StartFault { port_taken, other };
  struct StartProblem {
    StartFault fault = StartFault::other;
    Problem problem{};
  };

  /// Calls are answered when it returns. `subject` and `clock` outlive the listener.
  static tl::expected<std::unique_ptr<Listener>, StartProblem> start(const ListenerOptions& options,
                                                                     Subject& subject,
                                                                     const Clock& clock);
  ~Listener();  ///< stop() where it was not called
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;
  /// Ends event streams at once and lets other calls under way end; returns when every thread has.
  /// The subject's events are closed for good.
  void stop();

 private:
  struct State;
  explicit Listener(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::control
