// SPDX-License-Identifier: MIT
#include "net/testing/raw_client.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace graphfault::net::testing {
namespace {

// Long enough for a loaded machine under a sanitizer; only a failing test waits for it.
constexpr int kDeadlineSeconds = 30;

FileDescriptor connect_four(std::uint16_t port, const std::string& host) {
  FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  ::inet_pton(AF_INET, host.c_str(), &to.sin_addr);
  EXPECT_EQ(::connect(socket.get(), reinterpret_cast<sockaddr*>(&to), sizeof(to)), 0) << errno;
  return socket;
}

FileDescriptor connect_six(std::uint16_t port, const std::string& host) {
  FileDescriptor socket(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in6 to{};
  to.sin6_family = AF_INET6;
  to.sin6_port = htons(port);
  ::inet_pton(AF_INET6, host.c_str(), &to.sin6_addr);
  EXPECT_EQ(::connect(socket.get(), reinterpret_cast<sockaddr*>(&to), sizeof(to)), 0) << errno;
  return socket;
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view kName = "Content-Length: ";
  const std::size_t at = head.find(kName);
  return at == std::string_view::npos
             ? 0
             : std::strtoul(std::string(head.substr(at + kName.size(), 20)).c_str(), nullptr, 10);
}

}  // namespace

RawClient::RawClient(std::uint16_t port, const std::string& host)
    : socket_(host.find(':') == std::string::npos ? connect_four(port, host)
                                                  : connect_six(port, host)) {
  const timeval deadline{.tv_sec = kDeadlineSeconds, .tv_usec = 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof(deadline));
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &deadline, sizeof(deadline));
  const int on = 1;
  ::setsockopt(socket_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) {
      continue;
    }
    if (sent < 0) {
      return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawClient::end_sending() { ::shutdown(socket_.get(), SHUT_WR); }

void RawClient::reset() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
  close();
}

void RawClient::shrink_window() {
  const int size = 4096;
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
}

bool RawClient::receive() {
  std::array<char, 64 * 1024> buffer{};
  while (end_ == End::open) {
    const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
    if (got > 0) {
      received_.append(buffer.data(), static_cast<std::size_t>(got));
      return true;
    }
    if (got == 0) {
      end_ = End::ended;
    } else if (errno == EAGAIN) {
      end_ = End::timed_out;
    } else if (errno != EINTR) {
      end_ = End::reset;
    }
  }
  return false;
}

std::string RawClient::read_head() {
  std::size_t end = received_.find("\r\n\r\n");
  while (end == std::string::npos && receive()) {
    end = received_.find("\r\n\r\n");
  }
  return read_bytes(end == std::string::npos ? received_.size() : end + 4);
}

std::string RawClient::read_answer() {
  std::string head = read_head();
  return head + read_bytes(content_length(head));
}

std::string RawClient::read_bytes(std::size_t count) {
  while (received_.size() < count && receive()) {
  }
  std::string bytes = received_.substr(0, count);
  received_.erase(0, bytes.size());
  return bytes;
}

std::string RawClient::read_to_end() {
  while (receive()) {
  }
  return std::exchange(received_, {});
}

bool RawClient::is_silent() {
  pollfd state{.fd = socket_.get(), .events = POLLIN, .revents = 0};
  return received_.empty() && end_ == End::open && ::poll(&state, 1, 0) == 0;
}

}  // namespace graphfault::net::testing
