// SPDX-License-Identifier: MIT
// An exchange as a journal keeps it: one block of memory instead of the thirty of an Exchange,
// which are slow to give back once the journal is full and another thread's request pushes them
// out.
#pragma once

#include "journal/exchange.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace graphfault::journal {

struct PackedExchange {
  std::uint64_t sequence = 0;
  std::uint64_t parent = 0;
  // What becomes known only after it was recorded.
  std::optional<Instant> left{};
  std::optional<Instant> sent{};
  std::uint64_t bytes = 0;
  bool aborted = false;
  std::string rest{};  ///< every other member, in the order of `each_packed`
};

PackedExchange pack(const Exchange& exchange);
Exchange unpack(const PackedExchange& packed);

/// What it takes, its block included.
std::size_t bytes_of(const PackedExchange& packed);

}  // namespace graphfault::journal
