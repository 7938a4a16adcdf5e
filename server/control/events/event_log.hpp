// SPDX-License-Identifier: MIT
// The last events of a server, bounded in bytes: what subscribers read, each at its own pace.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace graphfault::control {

struct Event {
  std::uint64_t number = 0;  ///< from 1
  std::string name{};
  std::string data{};  ///< one line of JSON
};

/// Not thread-safe: guarded by its feed.
class EventLog {
 public:
  explicit EventLog(std::size_t byte_limit) : byte_limit_(byte_limit) {}

  /// Drops the oldest where there is no room, but never the one that is added.
  void add(std::string name, std::string data);
  /// The number of the last event ever added; 0: none was.
  std::uint64_t last() const { return last_; }
  /// True where every event after that number is still kept.
  bool reaches(std::uint64_t number) const;
  /// Events after that number, in order, as many as fit into `bytes` (one at least).
  /// REQUIRES: reaches(number).
  std::vector<Event> after(std::uint64_t number, std::size_t bytes) const;

 private:
  const std::size_t byte_limit_;
  std::size_t bytes_ = 0;
  std::uint64_t last_ = 0;
  std::deque<Event> events_{};
};

}  // namespace graphfault::control
