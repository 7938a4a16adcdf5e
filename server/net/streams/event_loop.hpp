// SPDX-License-Identifier: MIT
// One thread's readiness, timers and errands, by Boost.Asio: the only header of net/ that stands
// for it.
#pragma once

#include "base/clock.hpp"
#include "net/streams/file_descriptor.hpp"
#include "net/streams/stream.hpp"

#include <functional>
#include <memory>

namespace graphfault::net {

/// Calls its function once after each set(); setting it again or cancelling drops what was set
/// before. Threads: on its loop's only.
class Alarm {
 public:
  Alarm() = default;
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;
  virtual ~Alarm() = default;

  virtual void set(Duration after) = 0;
  virtual void cancel() = 0;
};

class EventLoop {
 public:
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Works until release() was called and nothing is watched, set or posted any more.
  void run();
  void release();  ///< Threads: any
  /// Runs `errand` on the loop's thread. Threads: any.
  void post(std::function<void()> errand);

  /// A stream over a connected, non-blocking TCP socket; nullptr where it cannot be watched.
  std::unique_ptr<Stream> adopt(FileDescriptor socket);
  std::unique_ptr<Alarm> alarm(std::function<void()> act);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::net
