// SPDX-License-Identifier: MIT
#include "net/listening/acceptor.hpp"

#include "net/listening/listening.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <utility>

namespace graphfault::net {
namespace {

// At one go from one listening socket, so that no address starves another.
constexpr int kAcceptsAtOnce = 256;
// How long to let connections end where the process has no descriptor left.
constexpr int kPauseMilliseconds = 50;

std::string peer_text(const sockaddr_storage& bytes) {
  std::array<char, INET6_ADDRSTRLEN> host{};
  if (bytes.ss_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &bytes, sizeof(six));
    ::inet_ntop(AF_INET6, &six.sin6_addr, host.data(), host.size());
    return address_text(host.data(), ntohs(six.sin6_port));
  }
  sockaddr_in four{};
  std::memcpy(&four, &bytes, sizeof(four));
  ::inet_ntop(AF_INET, &four.sin_addr, host.data(), host.size());
  return address_text(host.data(), ntohs(four.sin_port));
}

bool is_exhausted(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

bool is_idle(int error) { return error == EAGAIN || error == EINVAL || error == EBADF; }

}  // namespace

Acceptor::Acceptor(std::vector<Listener> listeners, Take take)
    : listeners_(std::move(listeners)),
      take_(std::move(take)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this] { run(); }) {}

Acceptor::~Acceptor() { stop(); }

void Acceptor::stop() {
  if (!thread_.joinable()) {
    return;
  }
  const std::uint64_t one = 1;
  while (::write(wake_.get(), &one, sizeof(one)) < 0 && errno == EINTR) {
  }
  thread_.join();
  listeners_.clear();
}

void Acceptor::run() {
  std::vector<pollfd> watched{{.fd = wake_.get(), .events = POLLIN, .revents = 0}};
  for (const Listener& listener : listeners_) {
    watched.push_back({.fd = listener.socket.get(), .events = POLLIN, .revents = 0});
  }
  bool exhausted = false;
  while (true) {
    // While there is no descriptor left the listening sockets would be ready all the time.
    const int ready = exhausted ? ::poll(watched.data(), 1, kPauseMilliseconds)
                                : ::poll(watched.data(), watched.size(), -1);
    if (ready > 0 && watched[0].revents != 0) {
      return;
    }
    if (ready > 0 || exhausted) {
      exhausted = !accept_all();
    }
  }
}

/// False where the process has no descriptor left.
bool Acceptor::accept_all() {
  bool all = true;
  for (const Listener& listener : listeners_) {
    all = accept_from(listener) && all;
  }
  return all;
}

bool Acceptor::accept_from(const Listener& listener) {
  for (int i = 0; i < kAcceptsAtOnce; ++i) {
    sockaddr_storage peer{};
    socklen_t size = sizeof(peer);
    FileDescriptor socket(::accept4(listener.socket.get(), reinterpret_cast<sockaddr*>(&peer),
                                    &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket) {
      take_(std::move(socket), peer_text(peer), listener.door);
    } else if (is_idle(errno)) {
      return true;
    } else if (is_exhausted(errno)) {
      return false;
    }
    // Anything else (ECONNABORTED, EINTR, EPERM) is that one connection's.
  }
  return true;
}

}  // namespace graphfault::net
