// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

namespace graphfault::net {

/// What one client, and all together, may take of the wire.
struct Limits {
  std::size_t header_bytes = 32U << 10U;
  std::size_t header_count = 100;
  std::size_t uri_bytes = 16U << 10U;
  std::size_t body_bytes = 4U << 20U;  ///< after dechunking and inflating
  std::size_t connections = 20'000;
  std::size_t buffered_bytes = 256U << 20U;          ///< of request bodies, over all connections
  std::chrono::milliseconds request_time{30'000};    ///< to send one request
  std::chrono::milliseconds handshake_time{10'000};  ///< for TLS
  std::chrono::milliseconds idle_time{120'000};      ///< between requests
  std::chrono::milliseconds write_time{30'000};      ///< without a byte taken by the client
  std::chrono::milliseconds drain_time{5'000};       ///< stop() lets answers leave that long
  /// A closing connection reads on, so that the client gets the last answer and no reset: so long,
  /// and so much.
  std::chrono::milliseconds linger_time{2'000};
  std::size_t linger_bytes = 16U << 20U;
};

}  // namespace graphfault::net
