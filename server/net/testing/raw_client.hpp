// SPDX-License-Identifier: MIT
// A socket in a test's hand: sends any bytes, reads with a deadline, and tells an end from a reset.
#pragma once

#include "net/streams/file_descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault::net::testing {

class RawClient {
 public:
  enum class End { open, ended, reset, timed_out };

  /// Connects to a loopback address; a failure fails the test.
  explicit RawClient(std::uint16_t port, const std::string& host = "127.0.0.1");

  /// Sends all of it, or as much as the server takes before it closes.
  void send(std::string_view bytes);
  void end_sending();
  void reset();
  void close() { socket_ = FileDescriptor(); }
  /// A small receive window, so that the server soon finds that we don't read.
  void shrink_window();

  /// Head and Content-Length body of the next answer, byte for byte; less where it ended before.
  std::string read_answer();
  /// An answer's head alone, with its empty line.
  std::string read_head();
  std::string read_bytes(std::size_t count);
  /// Everything until the connection ends; end() says how.
  std::string read_to_end();

  End end() const { return end_; }
  /// Nothing has come and the connection is open, now.
  bool is_silent();

 private:
  bool receive();

  FileDescriptor socket_;
  std::string received_{};
  End end_ = End::open;
};

}  // namespace graphfault::net::testing
