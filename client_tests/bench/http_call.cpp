// SPDX-License-Identifier: MIT
#include "bench/http_call.hpp"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <fstream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace graphfault::bench {
namespace {

std::uint64_t number_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  std::uint64_t value = 0;
  if (at != std::string_view::npos) {
    const std::string_view rest = text.substr(at + name.size());
    const std::size_t digit = rest.find_first_of("0123456789");
    if (digit != std::string_view::npos) {
      std::from_chars(rest.data() + digit, rest.data() + rest.size(), value);
    }
  }
  return value;
}

/// Head and body of the answer that starts there; more than there is where the head isn't whole.
std::size_t answer_size(std::string_view bytes) {
  const std::size_t head = bytes.find("\r\n\r\n");
  return head == std::string_view::npos
             ? std::string_view::npos
             : head + 4 + number_behind(bytes.substr(0, head), "\r\nContent-Length:");
}

}  // namespace

Connection::Connection(std::uint16_t port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof(to)) != 0) {
    ::close(std::exchange(socket_, -1));
    return;
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

Connection::Connection(Connection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}

Connection::~Connection() {
  if (socket_ >= 0) {
    ::close(socket_);
  }
}

bool Connection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<CallAnswer> Connection::receive() {
  while (received_.size() < answer_size(received_)) {
    if (!read_some()) {
      return std::nullopt;
    }
  }
  const std::size_t size = answer_size(received_);
  const std::size_t head = received_.find("\r\n\r\n") + 4;
  CallAnswer answer{.status = static_cast<int>(number_behind(received_, "HTTP/1.1 ")),
                    .body = received_.substr(head, size - head)};
  received_.erase(0, size);
  return answer;
}

bool Connection::read_some() {
  std::array<char, 64U << 10U> buffer{};
  const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (got <= 0) {
    return false;
  }
  received_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

std::string get_request(std::string_view target, std::string_view token) {
  std::string request = "GET ";
  request += target;
  request += " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ";
  request += token;
  request +=
      "\r\nclient-request-id: 5a0d8a33-0000-4000-8000-000000000001\r\n"
      "Accept: application/json\r\nUser-Agent: graphfault-bench/1.0\r\n\r\n";
  return request;
}

std::uint64_t raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return 0;
  }
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

std::uint64_t process_figure(int pid, std::string_view name) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name) && line.substr(name.size()).starts_with(':')) {
      return number_behind(line, ":");
    }
  }
  return 0;
}

}  // namespace graphfault::bench
