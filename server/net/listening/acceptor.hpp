// SPDX-License-Identifier: MIT
// Takes connections off the listening sockets, on a thread of its own: a loop busy with requests
// keeps nobody waiting at the door.
#pragma once

#include "net/streams/file_descriptor.hpp"
#include "net/wire/door.hpp"

#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace graphfault::net {

class Acceptor {
 public:
  /// Gets each connected, non-blocking socket with its peer's address and port. Threads: called
  /// from the acceptor's.
  using Take = std::function<void(FileDescriptor socket, std::string peer, Door door)>;
  struct Listener {
    FileDescriptor socket{};
    Door door = Door::http;
  };

  Acceptor(std::vector<Listener> listeners, Take take);
  ~Acceptor();
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

  /// Closes the listening sockets; nothing is taken afterwards.
  void stop();

 private:
  void run();
  bool accept_all();
  bool accept_from(const Listener& listener);

  std::vector<Listener> listeners_;
  Take take_;
  FileDescriptor wake_;
  std::thread thread_;
};

}  // namespace graphfault::net
