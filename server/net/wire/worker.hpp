// SPDX-License-Identifier: MIT
// What the connections of one thread share.
#pragma once

#include "base/clock.hpp"
#include "net/handler.hpp"
#include "net/limits.hpp"
#include "net/streams/event_loop.hpp"
#include "net/tls/tls_identity.hpp"
#include "net/wire/request_reader.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace graphfault::net {

class Connection;

/// Counts of the whole server. Threads: any.
struct Tally {
  std::atomic<std::uint64_t> accepted{0};
  std::atomic<std::uint64_t> open{0};
  std::atomic<std::uint64_t> refused{0};
  std::atomic<std::uint64_t> buffered_bytes{0};  ///< of request bodies, over all connections
};

/// Threads: its own loop's only.
struct Worker {
  static constexpr std::size_t kScratchBytes = 64U << 10U;

  Worker(const Limits& server_limits, Handler& server_handler, const Clock& server_clock,
         Tally& server_tally, std::shared_ptr<TlsIdentity> server_tls)
      : limits(server_limits),
        handler(server_handler),
        clock(server_clock),
        tally(server_tally),
        tls(std::move(server_tls)) {}

  /// A reader lent by one request to the next, so that idle connections hold none.
  std::unique_ptr<RequestReader> take_reader();
  void give_back(std::unique_ptr<RequestReader> reader);

  const Limits& limits;
  Handler& handler;
  const Clock& clock;
  Tally& tally;
  std::shared_ptr<TlsIdentity> tls;  ///< may be null
  EventLoop loop{};
  std::vector<char> scratch = std::vector<char>(kScratchBytes);  ///< what was read last
  std::string spare_head{};                                      ///< capacity for the next head
  std::vector<std::unique_ptr<RequestReader>> spare_readers{};
  std::list<std::shared_ptr<Connection>> connections{};
  std::function<void()> when_empty{};  ///< called while stopping, behind the last connection
  bool stopping = false;
};

}  // namespace graphfault::net
