// SPDX-License-Identifier: MIT
// One blocking connection of the load tools, on bare sockets: what is measured is the server, not a
// client library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::bench {

struct CallAnswer {
  int status = 0;
  std::string body{};
};

/// A TCP connection to 127.0.0.1, closed with the object.
class Connection {
 public:
  explicit Connection(std::uint16_t port);
  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  bool is_open() const { return socket_ >= 0; }
  int descriptor() const { return socket_; }
  bool send(std::string_view bytes) const;
  /// The next answer with a Content-Length; nothing where the connection ended before.
  std::optional<CallAnswer> receive();

 private:
  bool read_some();

  int socket_ = -1;
  std::string received_{};
};

/// A GET as an SDK sends it, with the bearer token.
std::string get_request(std::string_view target, std::string_view token);

/// Lets this process open as many sockets as the system allows it; returns that many.
std::uint64_t raise_descriptor_limit();

/// A number of /proc/PID/status, such as VmRSS (KiB) or Threads; 0 where there is none.
std::uint64_t process_figure(int pid, std::string_view name);

}  // namespace graphfault::bench
