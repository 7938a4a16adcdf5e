// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace graphfault::control {

enum class PortState {
  free,
  taken,
  denied,      ///< this user may not have it (below 1024)
  unbindable,  ///< the machine has no such address
};

/// Whether a TCP port of a numeric address or a host name can be listened on now; cpp-httplib
/// itself only says that binding failed.
PortState port_state(const std::string& host, std::uint16_t port);

}  // namespace graphfault::control
