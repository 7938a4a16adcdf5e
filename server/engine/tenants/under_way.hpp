// SPDX-License-Identifier: MIT
// Answers that have been made but not sent: how many there are, and what their leaving brings
// about.
#pragma once

#include "engine/answers/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace graphfault::engine {

/// Numbers are those of the tenant's journal. Not thread-safe.
class UnderWay {
 public:
  void begin() { ++count_; }
  /// Keeps what happens when a delayed answer leaves.
  void wait(std::uint64_t sequence, Aftermath aftermath);
  /// Takes what was kept, or nothing.
  Aftermath take(std::uint64_t sequence);
  void end();
  /// The numbers begin again: nothing of before happens any more. The count stays.
  void reset();

  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;  // those of before a reset, too
  std::unordered_map<std::uint64_t, Aftermath> waiting_{};
};

}  // namespace graphfault::engine
