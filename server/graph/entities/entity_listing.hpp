// SPDX-License-Identifier: MIT
// Pages of a set: which slots a page holds and where the next one begins. A page costs what it
// holds, wherever it lies: an unordered list goes on at a slot, an ordered one at a rank.
#pragma once

#include "graph/entities/entity_store.hpp"
#include "graph/odata/odata_query.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::graph {

/// What is worth keeping between pages; every entry is good for one change number of its set.
struct ListingCache {
  struct Count {
    std::uint64_t change = 0;
    std::uint64_t count = 0;
  };
  struct Order {
    std::uint64_t change = 0;
    std::vector<std::uint32_t> slots{};
  };
  std::map<std::string, Count> counts{};  ///< by selection
  std::map<std::string, Order> orders{};

  static constexpr std::size_t kMaxCounts = 64;
  static constexpr std::size_t kMaxOrders = 4;
};

struct Slice {
  std::vector<std::uint64_t> slots{};
  std::optional<std::uint64_t> next{};  ///< the position of the next page; nothing: the last page
};

/// At most `limit` entities of the query's filter, search and order, from `position` (0: the
/// first).
Slice list(const EntityStore& store, const ListQuery& query, std::uint64_t position,
           std::size_t limit, ListingCache& cache);

/// How many there are on all pages.
std::uint64_t count(const EntityStore& store, const ListQuery& query, ListingCache& cache);

}  // namespace graphfault::graph
