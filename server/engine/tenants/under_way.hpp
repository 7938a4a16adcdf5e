// SPDX-License-Identifier: MIT
// Answers that have been made but not sent: how many there are, and what their leaving brings
// about.
#pragma once

#include "engine/answers/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace graphfault::engine {

/// Tickets hold a tenant's epoch, which every reset raises, above the journal's sequence number:
/// what a journal is told never concerns another exchange of the same number. Not thread-safe.
class UnderWay {
 public:
  /// The ticket's sequence for an exchange of now.
  std::uint64_t ticket(std::uint64_t sequence) const { return (epoch_ << kEpochShift) | sequence; }
  /// The journal's sequence number; nothing for a ticket of before a reset.
  std::optional<std::uint64_t> sequence(std::uint64_t ticket) const;

  void begin() { ++count_; }
  /// Keeps what happens when a delayed answer leaves.
  void wait(std::uint64_t sequence, Aftermath aftermath);
  /// Takes what was kept, or nothing.
  Aftermath take(std::uint64_t sequence);
  void end();
  void reset();

  std::size_t count() const { return count_; }

 private:
  static constexpr unsigned kEpochShift = 44;

  std::uint64_t epoch_ = 0;
  std::size_t count_ = 0;  // those of before a reset, too
  std::unordered_map<std::uint64_t, Aftermath> waiting_{};
};

}  // namespace graphfault::engine
