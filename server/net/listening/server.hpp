// SPDX-License-Identifier: MIT
// The emulated wire: listeners, connections, limits, deadlines; carries out the WirePlan.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "net/handler.hpp"
#include "net/limits.hpp"
#include "net/tls/tls_identity.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::net {

struct ServerOptions {
  std::vector<std::string> hosts{"127.0.0.1",
                                 "::1"};      ///< addresses to bind; an address family the machine
                                              ///< lacks is skipped as long as one is bound
  std::uint16_t port = 8080;                  ///< 0: a free one, the same on every address
  std::optional<std::uint16_t> https_port{};  ///< nothing: no HTTPS; 0: a free one
  std::shared_ptr<TlsIdentity> tls{};         ///< for HTTPS and CONNECT; none: neither is answered
  unsigned threads = 0;                       ///< 0: one per core
  Limits limits{};
};

struct ServerCounts {
  std::uint64_t accepted = 0;
  std::uint64_t open = 0;
  std::uint64_t refused = 0;
  std::uint64_t buffered_bytes = 0;
};

class Server {
 public:
  enum class StartFault { port_taken, other };
  struct StartProblem {
    StartFault fault = StartFault::other;
    Problem problem{};
  };

  /// Binds, listens and starts its threads; requests are answered when it returns. `handler` and
  /// `clock` outlive the server.
  static tl::expected<std::unique_ptr<Server>, StartProblem> start(const ServerOptions& options,
                                                                   Handler& handler,
                                                                   const Clock& clock);
  ~Server();  ///< stop() where it was not called
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  std::uint16_t https_port() const;  ///< 0: none
  ServerCounts counts() const;
  /// Stops accepting, closes idle connections, lets answers under way leave, cuts what still waits
  /// after the drain time; returns when every thread has ended.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::net
