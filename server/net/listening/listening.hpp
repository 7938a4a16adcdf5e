// SPDX-License-Identifier: MIT
// The listening sockets, one for each address.
#pragma once

#include "net/listening/server.hpp"
#include "net/streams/file_descriptor.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace graphfault::net {

struct Listening {
  std::vector<FileDescriptor> sockets{};
  std::uint16_t port = 0;
};

/// Binds every host (an IP address, or `localhost` for both loopback addresses) to the port; 0 is a
/// free one, the same on all. An address family the machine lacks is skipped as long as one is
/// bound. A port is never shared with another process.
tl::expected<Listening, Server::StartProblem> listen_on(const std::vector<std::string>& hosts,
                                                        std::uint16_t port);

/// `127.0.0.1:8080`, `[::1]:8080`.
std::string address_text(const std::string& host, std::uint16_t port);

}  // namespace graphfault::net
