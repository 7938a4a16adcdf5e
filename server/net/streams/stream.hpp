// SPDX-License-Identifier: MIT
// The bytes to and from one client, apart from what carries them: a plain socket, or TLS over one.
// Reads and writes never block; readiness is asked for and reported once.
//
//   Stream::watch_read() ... StreamOwner::on_readable() -> Stream::read() until it would block
#pragma once

#include "net/handshake.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace graphfault::net {

/// Who is told of a stream's events, on the thread of its event loop. A pending watch keeps it
/// alive.
class StreamOwner : public std::enable_shared_from_this<StreamOwner> {
 public:
  StreamOwner() = default;
  StreamOwner(const StreamOwner&) = delete;
  StreamOwner& operator=(const StreamOwner&) = delete;
  virtual ~StreamOwner() = default;

  virtual void on_readable() = 0;  ///< data, the end, or a failure is there to be read
  virtual void on_writable() = 0;
  virtual void on_lost() = 0;  ///< the client is gone for good, whatever it had still sent
};

/// What came of one read or write.
struct Transfer {
  enum class Result {
    moved,    ///< `bytes` of them, at least one
    blocked,  ///< none now: watch
    ended,    ///< read only: the client sends nothing more
    failed,   ///< the connection is gone
  };
  Result result = Result::failed;
  std::size_t bytes = 0;
};

/// Threads: used on the thread of its event loop only.
class Stream {
 public:
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  virtual ~Stream() = default;

  /// Whom to tell; before the first watch. The owner owns the stream.
  virtual void set_owner(StreamOwner& owner) = 0;

  /// Each calls its on_...() once; a watch that is already pending is not doubled. None is called
  /// after close().
  virtual void watch_read() = 0;
  virtual void watch_write() = 0;
  /// For when reading must pause: on_lost() where the client resets the connection.
  virtual void watch_loss() = 0;

  virtual Transfer read(char* to, std::size_t size) = 0;
  /// Takes bytes of both texts, as if they were one.
  virtual Transfer write(const std::array<std::string_view, 2>& texts) = 0;

  /// To be called when on_writable() comes, before anything else: false while bytes that a write
  /// took still wait for the client; on_writable() comes again.
  virtual bool flush() { return true; }

  /// To be called, and again when it can be read, until it is no longer blocked; nothing is read or
  /// written before.
  virtual Handshake shake_hands() { return Handshake::done; }
  virtual std::string trouble() const { return {}; }
  /// REQUIRES: shake_hands() gave Handshake::plain. What it read is gone.
  virtual std::unique_ptr<Stream> unwrap() { return nullptr; }

  virtual void end_sending() = 0;  ///< the client reads the end (FIN); reading goes on
  virtual void reset() = 0;        ///< RST at once, unsent bytes are dropped; then as close()
  virtual void close() = 0;        ///< may be called twice
};

}  // namespace graphfault::net
