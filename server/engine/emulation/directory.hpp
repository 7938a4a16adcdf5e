// SPDX-License-Identifier: MIT
// A tenant's data: its users and the further collections of its scenario.
#pragma once

#include "graph/entities/entity_listing.hpp"
#include "graph/entities/entity_store.hpp"
#include "scenario/model.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

/// One entity set: what it holds, how it is paged, and how its type is described.
struct EntitySet {
  std::vector<std::string> path{};  ///< segments: `users`; `users`, `u1`, `messages`
  std::size_t page_size = 100;
  graph::EntityStore store;
  graph::ListingCache cache{};
};

/// Made anew to reset it: that costs as much as the scenario has collections, not what they hold.
/// Threads: guard it (the tenant's lock).
class Directory {
 public:
  /// `seed` is the tenant's, for generated users without one of their own.
  Directory(std::shared_ptr<const scenario::Scenario> scenario, std::uint64_t seed);

  EntitySet& users() { return users_; }
  /// The collection whose path is the longest beginning of `segments` (case ignored), or null.
  EntitySet* collection(const std::vector<std::string>& segments);
  const std::vector<EntitySet>& collections() const { return collections_; }

 private:
  std::shared_ptr<const scenario::Scenario> scenario_;
  EntitySet users_;
  std::vector<EntitySet> collections_;
};

}  // namespace graphfault::engine
