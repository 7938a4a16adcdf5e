// SPDX-License-Identifier: MIT
// Transport by cpp-httplib; its header is included by the .cpp only.
#pragma once

#include "wire/transport.hpp"

#include <chrono>
#include <memory>

namespace graphclient {

struct TransportTimeouts {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds read{100'000};  ///< between two bytes of the answer
};

/// Keeps one connection per origin alive. One thread at a time.
std::unique_ptr<Transport> make_httplib_transport(const TransportTimeouts& timeouts);

}  // namespace graphclient
