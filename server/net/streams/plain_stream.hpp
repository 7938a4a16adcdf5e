// SPDX-License-Identifier: MIT
// A stream over a TCP socket as it is. For net/*.cpp only: it pulls Boost.Asio in.
#pragma once

#include "net/streams/asio.hpp"
#include "net/streams/stream.hpp"

namespace graphfault::net {

class PlainStream final : public Stream {
 public:
  explicit PlainStream(TcpSocket socket);

  void set_owner(StreamOwner& owner) override { owner_ = &owner; }
  void watch_read() override;
  void watch_write() override;
  void watch_loss() override;
  Transfer read(char* to, std::size_t size) override;
  Transfer write(const std::array<std::string_view, 2>& texts) override;
  void end_sending() override;
  void reset() override;
  void close() override;

 private:
  bool is_lost();

  TcpSocket socket_;
  StreamOwner* owner_ = nullptr;
  bool read_pending_ = false;
  bool write_pending_ = false;
  bool loss_pending_ = false;
};

}  // namespace graphfault::net
