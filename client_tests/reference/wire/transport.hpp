// SPDX-License-Identifier: MIT
// The one way out to the network, by its role, so that tests put a script in its place.
#pragma once

#include "wire/message.hpp"

#include <tl/expected.hpp>

namespace graphclient {

class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Sends the request once: no retry, no redirect followed. Blocks until the whole answer is
  /// there, the connection breaks, or the implementation's time limit is over.
  virtual tl::expected<Reply, BrokenConnection> send(const Request& request) = 0;
};

}  // namespace graphclient
