// SPDX-License-Identifier: MIT
#include "control/listening/listener_port.hpp"

#include <cerrno>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace graphfault::control {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Addresses resolve(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* list = nullptr;
  const int failed = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list);
  return Addresses(failed == 0 ? list : nullptr);
}

PortState try_listening(const addrinfo& address) {
  const int fd = socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) {
    return PortState::unbindable;
  }
  const int yes = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const bool bound = bind(fd, address.ai_addr, address.ai_addrlen) == 0 && listen(fd, 1) == 0;
  const int reason = errno;
  close(fd);
  if (bound) {
    return PortState::free;
  }
  if (reason == EACCES) {
    return PortState::denied;
  }
  return reason == EADDRINUSE ? PortState::taken : PortState::unbindable;
}

}  // namespace

PortState port_state(const std::string& host, std::uint16_t port) {
  const Addresses addresses = resolve(host, port);
  return addresses == nullptr ? PortState::unbindable : try_listening(*addresses);
}

}  // namespace graphfault::control
