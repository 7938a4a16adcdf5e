// SPDX-License-Identifier: MIT
#include "net/streams/plain_stream.hpp"

#include <poll.h>

namespace graphfault::net {
namespace {

Transfer outcome(const ErrorCode& error, std::size_t bytes) {
  if (!error) {
    return {.result = Transfer::Result::moved, .bytes = bytes};
  }
  if (error == boost::asio::error::would_block || error == boost::asio::error::interrupted) {
    return {.result = Transfer::Result::blocked};
  }
  if (error == boost::asio::error::eof) {
    return {.result = Transfer::Result::ended};
  }
  return {.result = Transfer::Result::failed};
}

}  // namespace

PlainStream::PlainStream(TcpSocket socket) : socket_(std::move(socket)) {}

void PlainStream::watch_read() {
  if (std::exchange(read_pending_, true)) {
    return;
  }
  socket_.async_wait(TcpSocket::wait_read,
                     [this, owner = owner_->shared_from_this()](const ErrorCode&) {
                       read_pending_ = false;
                       if (socket_.is_open()) {
                         owner->on_readable();
                       }
                     });
}

void PlainStream::watch_write() {
  if (std::exchange(write_pending_, true)) {
    return;
  }
  socket_.async_wait(TcpSocket::wait_write,
                     [this, owner = owner_->shared_from_this()](const ErrorCode&) {
                       write_pending_ = false;
                       if (socket_.is_open()) {
                         owner->on_writable();
                       }
                     });
}

void PlainStream::watch_loss() {
  if (std::exchange(loss_pending_, true)) {
    return;
  }
  socket_.async_wait(TcpSocket::wait_error,
                     [this, owner = owner_->shared_from_this()](const ErrorCode&) {
                       loss_pending_ = false;
                       if (socket_.is_open() && is_lost()) {
                         owner->on_lost();
                       }
                     });
}

/// Urgent data raises the same event as a reset.
bool PlainStream::is_lost() {
  pollfd state{.fd = socket_.native_handle(), .events = 0, .revents = 0};
  return ::poll(&state, 1, 0) > 0 && (state.revents & (POLLERR | POLLHUP)) != 0;
}

Transfer PlainStream::read(char* to, std::size_t size) {
  ErrorCode error;
  const std::size_t bytes = socket_.read_some(boost::asio::buffer(to, size), error);
  return outcome(error, bytes);
}

Transfer PlainStream::write(const std::array<std::string_view, 2>& texts) {
  ErrorCode error;
  const std::array<boost::asio::const_buffer, 2> buffers{
      boost::asio::buffer(texts[0].data(), texts[0].size()),
      boost::asio::buffer(texts[1].data(), texts[1].size())};
  const std::size_t bytes = socket_.write_some(buffers, error);
  return outcome(error, bytes);
}

void PlainStream::end_sending() {
  ErrorCode ignored;
  socket_.shutdown(TcpSocket::shutdown_send, ignored);
}

void PlainStream::reset() {
  ErrorCode ignored;
  socket_.set_option(TcpSocket::linger(true, 0), ignored);
  close();
}

void PlainStream::close() {
  ErrorCode ignored;
  socket_.close(ignored);
}

}  // namespace graphfault::net
