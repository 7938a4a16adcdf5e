// SPDX-License-Identifier: MIT
#include "net/listening/listening.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/socket.h>
#include <system_error>

namespace graphfault::net {
namespace {

constexpr int kBacklog = 4096;
constexpr int kFreePortAttempts = 32;

struct Address {
  std::string host{};
  sockaddr_storage bytes{};
  socklen_t size = 0;
};

using Fault = Server::StartFault;
using StartProblem = Server::StartProblem;

tl::unexpected<StartProblem> problem(Fault fault, std::string message, std::string hint) {
  return tl::unexpected<StartProblem>(StartProblem{
      .fault = fault, .problem = {.message = std::move(message), .hint = std::move(hint)}});
}

std::optional<Address> parse_address(const std::string& host) {
  Address address{.host = host};
  sockaddr_in four{};
  if (::inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    std::memcpy(&address.bytes, &four, sizeof(four));
    address.size = sizeof(four);
    return address;
  }
  sockaddr_in6 six{};
  if (::inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    std::memcpy(&address.bytes, &six, sizeof(six));
    address.size = sizeof(six);
    return address;
  }
  return std::nullopt;
}

// sin_port and sin6_port stand at the same place, in network order.
void set_port(Address& address, std::uint16_t port) {
  const in_port_t network = htons(port);
  std::memcpy(reinterpret_cast<char*>(&address.bytes) + offsetof(sockaddr_in, sin_port), &network,
              sizeof(network));
}

std::uint16_t port_of(int socket) {
  sockaddr_storage bytes{};
  socklen_t size = sizeof(bytes);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&bytes), &size);
  in_port_t network = 0;
  std::memcpy(&network, reinterpret_cast<const char*>(&bytes) + offsetof(sockaddr_in, sin_port),
              sizeof(network));
  return ntohs(network);
}

void enable(int socket, int level, int option) {
  const int on = 1;
  ::setsockopt(socket, level, option, &on, sizeof(on));
}

/// An error number where it could not be bound.
tl::expected<FileDescriptor, int> listen_at(const Address& address) {
  const int family = address.bytes.ss_family;
  FileDescriptor socket(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) {
    return tl::unexpected<int>(errno);
  }
  enable(socket.get(), SOL_SOCKET, SO_REUSEADDR);
  enable(socket.get(), IPPROTO_TCP, TCP_NODELAY);  // accepted sockets inherit it
  if (family == AF_INET6) {
    enable(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY);
  }
  const auto* const bytes = reinterpret_cast<const sockaddr*>(&address.bytes);
  if (::bind(socket.get(), bytes, address.size) != 0 || ::listen(socket.get(), kBacklog) != 0) {
    return tl::unexpected<int>(errno);
  }
  return socket;
}

bool is_family_missing(const Address& address, int error) {
  return error == EAFNOSUPPORT || (error == EADDRNOTAVAIL && address.bytes.ss_family == AF_INET6);
}

tl::unexpected<StartProblem> bind_problem(const Address& address, std::uint16_t port, int error) {
  const std::string where = address_text(address.host, port);
  if (error == EADDRINUSE) {
    return problem(
        Fault::port_taken, fmt::format("port {} is taken: {} is in use", port, where),
        "stop the program that listens there, or choose another port; 0 takes a free one");
  }
  const std::string reason = std::generic_category().message(error);
  return problem(Fault::other, fmt::format("cannot listen on {}: {}", where, reason),
                 error == EACCES ? "ports below 1024 are reserved: choose a higher one"
                                 : "use an address of this machine, such as 127.0.0.1 or 0.0.0.0");
}

tl::expected<std::vector<Address>, StartProblem> parse_hosts(
    const std::vector<std::string>& hosts) {
  std::vector<Address> addresses;
  for (const std::string& host : hosts) {
    if (host == "localhost") {
      addresses.push_back(*parse_address("127.0.0.1"));
      addresses.push_back(*parse_address("::1"));
      continue;
    }
    const auto address = parse_address(host);
    if (!address) {
      return problem(Fault::other, fmt::format("'{}' is not an IP address", host),
                     "use 127.0.0.1, ::1, localhost, or 0.0.0.0 for every interface");
    }
    addresses.push_back(*address);
  }
  if (addresses.empty()) {
    return problem(Fault::other, "no address to listen on", "name at least one, such as 127.0.0.1");
  }
  return addresses;
}

tl::expected<Listening, StartProblem> bind_all(std::vector<Address> addresses, std::uint16_t port) {
  Listening listening{.port = port};
  std::optional<tl::unexpected<StartProblem>> skipped;
  for (Address& address : addresses) {
    set_port(address, listening.port);
    auto socket = listen_at(address);
    if (socket) {
      listening.port = port_of(socket->get());
      listening.sockets.push_back(std::move(*socket));
      continue;
    }
    auto failed = bind_problem(address, listening.port, socket.error());
    if (!is_family_missing(address, socket.error())) {
      return failed;
    }
    skipped = std::move(failed);
  }
  if (listening.sockets.empty()) {
    return *skipped;
  }
  return listening;
}

}  // namespace

tl::expected<Listening, StartProblem> listen_on(const std::vector<std::string>& hosts,
                                                std::uint16_t port) {
  const auto addresses = parse_hosts(hosts);
  if (!addresses) {
    return tl::unexpected<StartProblem>(addresses.error());
  }
  auto listening = bind_all(*addresses, port);
  // A port that is free on one address may be taken on the next.
  for (int attempt = 1; port == 0 && !listening && attempt < kFreePortAttempts &&
                        listening.error().fault == Fault::port_taken;
       ++attempt) {
    listening = bind_all(*addresses, port);
  }
  return listening;
}

std::string address_text(const std::string& host, std::uint16_t port) {
  const bool six = host.find(':') != std::string::npos;
  return six ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

}  // namespace graphfault::net
