// SPDX-License-Identifier: MIT
// A tenant's exchanges in order, bounded in bytes: the oldest go first and are counted.
#pragma once

#include "journal/exchange.hpp"
#include "journal/packed_exchange.hpp"
#include "journal/redaction.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace graphfault::journal {

/// What is known of an answer once it has left.
struct Completion {
  Instant sent{};
  std::uint64_t bytes = 0;
  bool aborted = false;
};

struct JournalTotals {
  std::uint64_t recorded = 0;  ///< ever
  std::uint64_t dropped = 0;   ///< of those, no longer kept
  std::size_t bytes = 0;       ///< kept now, estimated to within a factor of 1.5
};

/// Not thread-safe: guarded by its tenant.
class Journal {
 public:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  explicit Journal(std::size_t byte_limit) : byte_limit_(byte_limit) {}

  /// Takes the next sequence number, whose exchange is recorded later: a batch numbers its
  /// operations after itself, and an exchange is packed while others are numbered.
  std::uint64_t next_sequence();
  /// The exchange of a number that next_sequence() gave. Kept in the order of the numbers. What
  /// throws leaves everything as it was.
  void record(PackedExchange packed);
  /// Records it under the next number: nobody ever waits for it.
  void append(PackedExchange packed);
  /// The exchange of that number is not to be kept; it counts as dropped.
  void pass_over(std::uint64_t sequence);
  /// Nothing became of that number, and nobody waits for it any more; it does not count, and is
  /// given again where it is the newest. Nothing happens where its exchange is recorded.
  void give_back(std::uint64_t sequence) noexcept;
  /// True where every number up to that one has its exchange recorded, or was never given.
  bool has_all_to(std::uint64_t sequence) const;
  std::uint64_t last_sequence() const { return last_; }
  /// Of an exchange and, where it is a batch, of its operations: they leave with it. Nothing
  /// happens where the exchange has been dropped.
  void left(std::uint64_t sequence, Instant when);
  void complete(std::uint64_t sequence, const Completion& completion);
  void clear();
  /// A new limit; drops what is over it.
  void limit_to(std::size_t bytes);

  /// The kept exchanges with a sequence above `since`, in order, at most the first `most`, and
  /// without a gap: none above a number that is not recorded yet.
  std::vector<PackedExchange> after(std::uint64_t since, std::size_t most = kAll) const;
  /// The same, but the last `most` of them.
  std::vector<PackedExchange> newest(std::uint64_t since, std::size_t most) const;
  /// Those of `sequences` that are still kept; REQUIRES: ascending.
  std::vector<PackedExchange> among(const std::vector<std::uint64_t>& sequences) const;
  /// Grows with everything that is recorded or becomes known later, and never falls.
  std::uint64_t changes() const { return changes_; }
  const JournalTotals& totals() const { return totals_; }
  /// Of what after() can give, and of what was before it: exchanges above a number that is not
  /// recorded yet do not count.
  JournalTotals gapless_totals() const;

 private:
  /// Where that exchange, or the first after it, is kept.
  std::size_t place_of(std::uint64_t sequence) const;
  template <class Act>
  void each_of(std::uint64_t sequence, Act&& act);
  void drop_surplus();
  /// The place before which nothing is missing.
  std::size_t gapless() const;
  std::vector<PackedExchange> between(std::size_t first, std::size_t end) const;
  void put(PackedExchange&& packed);
  void settle(std::uint64_t sequence) noexcept;

  std::size_t byte_limit_;
  std::uint64_t last_ = 0;
  std::uint64_t changes_ = 0;
  JournalTotals totals_{};
  std::vector<std::uint64_t> pending_;  // given, not recorded; ascending
  std::deque<PackedExchange> kept_;
};

}  // namespace graphfault::journal
