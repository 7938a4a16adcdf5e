// SPDX-License-Identifier: MIT
#include "graph/entities/entity_listing.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::graph {
namespace {

bool selects(const EntityStore& store, const ListQuery& query, std::uint64_t slot) {
  if (!query.filter && !query.search) {
    return true;
  }
  return store.with_view(slot, [&](const EntityView& view) {
    return (!query.filter || matches(*query.filter, view)) &&
           (!query.search || matches(*query.search, view));
  });
}

/// The first slot from `slot` on that exists and is selected; slots() where there is none.
std::uint64_t next_selected(const EntityStore& store, const ListQuery& query, std::uint64_t slot) {
  slot = store.next_existing(slot);
  while (slot < store.slots() && !selects(store, query, slot)) {
    slot = store.next_existing(slot + 1);
  }
  return slot;
}

Slice list_by_slot(const EntityStore& store, const ListQuery& query, std::uint64_t position,
                   std::size_t limit) {
  Slice slice;
  slice.slots.reserve(limit);
  std::uint64_t slot = next_selected(store, query, position);
  for (; slot < store.slots(); slot = next_selected(store, query, slot + 1)) {
    if (slice.slots.size() == limit) {
      slice.next = slot;
      break;
    }
    slice.slots.push_back(slot);
  }
  return slice;
}

std::vector<std::uint32_t> sorted(const EntityStore& store, const ListQuery& query) {
  std::vector<std::pair<std::string, std::uint32_t>> rows;
  for (std::uint64_t slot = next_selected(store, query, 0); slot < store.slots();
       slot = next_selected(store, query, slot + 1)) {
    rows.emplace_back(
        store.with_view(slot, [&](const EntityView& view) { return sort_key(query.order, view); }),
        static_cast<std::uint32_t>(slot));
  }
  // Equal keys keep the order of their slots.
  std::sort(rows.begin(), rows.end());
  std::vector<std::uint32_t> slots;
  slots.reserve(rows.size());
  for (const auto& row : rows) {
    slots.push_back(row.second);
  }
  return slots;
}

/// Makes room for one more entry: first what is no longer good goes, then any.
template <class Map>
void make_room(Map& map, std::uint64_t change, std::size_t most) {
  if (map.size() < most) {
    return;
  }
  std::erase_if(map, [&](const auto& entry) { return entry.second.change != change; });
  while (map.size() >= most) {
    map.erase(map.begin());
  }
}

const std::vector<std::uint32_t>& order_of(const EntityStore& store, const ListQuery& query,
                                           ListingCache& cache) {
  const auto known = cache.orders.find(query.selection);
  if (known != cache.orders.end() && known->second.change == store.change()) {
    return known->second.slots;
  }
  make_room(cache.orders, store.change(), ListingCache::kMaxOrders);
  auto& order = cache.orders[query.selection];
  order = {.change = store.change(), .slots = sorted(store, query)};
  return order.slots;
}

Slice list_by_rank(const std::vector<std::uint32_t>& order, std::uint64_t position,
                   std::size_t limit) {
  Slice slice;
  const auto first = std::min<std::uint64_t>(position, order.size());
  const auto last = std::min<std::uint64_t>(first + limit, order.size());
  slice.slots.assign(order.begin() + static_cast<std::ptrdiff_t>(first),
                     order.begin() + static_cast<std::ptrdiff_t>(last));
  if (last < order.size()) {
    slice.next = last;
  }
  return slice;
}

}  // namespace

Slice list(const EntityStore& store, const ListQuery& query, std::uint64_t position,
           std::size_t limit, ListingCache& cache) {
  if (!query.order.empty()) {
    const std::uint64_t first = position == 0 ? query.skip : position;
    return list_by_rank(order_of(store, query, cache), first, limit);
  }
  if (position == 0) {
    for (std::size_t i = 0; i < query.skip && position < store.slots(); ++i) {
      position = next_selected(store, query, position) + 1;
    }
  }
  return list_by_slot(store, query, position, limit);
}

std::uint64_t count(const EntityStore& store, const ListQuery& query, ListingCache& cache) {
  if (!query.filter && !query.search) {
    return store.size();
  }
  const auto known = cache.counts.find(query.selection);
  if (known != cache.counts.end() && known->second.change == store.change()) {
    return known->second.count;
  }
  std::uint64_t found = 0;
  for (std::uint64_t slot = next_selected(store, query, 0); slot < store.slots();
       slot = next_selected(store, query, slot + 1)) {
    ++found;
  }
  make_room(cache.counts, store.change(), ListingCache::kMaxCounts);
  cache.counts[query.selection] = {.change = store.change(), .count = found};
  return found;
}

}  // namespace graphfault::graph
