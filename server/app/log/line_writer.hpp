// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace graphfault::app {

/// Writes lines to a file descriptor without ever waiting long: a reader that has stopped reading
/// (a full pipe nobody empties) costs lines, not the server. Not thread-safe.
class LineWriter {
 public:
  explicit LineWriter(int fd) : fd_(fd) {}

  /// `lines` ends with a newline. Lines that find no room within 200 ms are dropped.
  void write(std::string_view lines);

 private:
  bool has_room() const;

  int fd_;
  bool stuck_ = false;
};

}  // namespace graphfault::app
