// SPDX-License-Identifier: MIT
// An exchange as a journal keeps it: one block of memory instead of the thirty of an Exchange,
// which are slow to give back once the journal is full and another thread's request pushes them
// out. The block never changes, so that a copy shares it: a whole journal can be copied while its
// tenant is locked, and unpacked after that.
#pragma once

#include "journal/exchange.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace graphfault::journal {

struct PackedExchange {
  std::uint64_t sequence = 0;
  std::uint64_t parent = 0;
  // What becomes known only after it was recorded.
  std::optional<Instant> left{};
  std::optional<Instant> sent{};
  std::uint64_t bytes = 0;
  bool aborted = false;
  // Every other member, in the order of each_member().
  std::shared_ptr<const char[]> rest{};
  std::size_t rest_size = 0;
};

PackedExchange pack(const Exchange& exchange);
Exchange unpack(const PackedExchange& packed);
std::vector<Exchange> unpack(std::span<const PackedExchange> packed);

/// What it takes, its block included.
std::size_t bytes_of(const PackedExchange& packed);

}  // namespace graphfault::journal
