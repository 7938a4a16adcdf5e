// SPDX-License-Identifier: MIT
#include "engine/emulation/directory.hpp"

#include "base/letter_case.hpp"
#include "graph/model/user_type.hpp"
#include "graph/paths/graph_path.hpp"
#include "http/target.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::engine {
namespace {

EntitySet users_of(const scenario::Users& users, std::uint64_t seed) {
  EntitySet set{.path = {"users"}, .page_size = users.page_size, .store = {}};
  if (const auto* generated = std::get_if<scenario::GeneratedUsers>(&users.source)) {
    set.store = graph::EntityStore(
        graph::user_type(),
        graph::GeneratedUsers(generated->seed.value_or(seed), generated->count, generated->guests));
  } else {
    set.store = graph::EntityStore(graph::user_type(), std::get<std::vector<Json>>(users.source));
  }
  return set;
}

EntitySet set_of(const scenario::Collection& collection) {
  EntitySet set{.path = {}, .page_size = collection.page_size, .store = {}};
  if (const auto target = http::parse_target(collection.path)) {
    set.path = graph::graph_path(target->segments).segments;
  }
  set.store = graph::EntityStore(graph::entity_type_of(set.path.empty() ? "" : set.path.back()),
                                 collection.items);
  return set;
}

bool begins_with(const std::vector<std::string>& segments, const std::vector<std::string>& path) {
  return !path.empty() && path.size() <= segments.size() &&
         std::equal(path.begin(), path.end(), segments.begin(),
                    [](const auto& a, const auto& b) { return equal_ignoring_case(a, b); });
}

}  // namespace

Directory::Directory(std::shared_ptr<const scenario::Scenario> scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)), users_(users_of(scenario_->data.users, seed)) {
  for (const auto& collection : scenario_->data.collections) {
    collections_.push_back(set_of(collection));
  }
}

EntitySet* Directory::collection(const std::vector<std::string>& segments) {
  EntitySet* longest = nullptr;
  for (EntitySet& set : collections_) {
    if (begins_with(segments, set.path) &&
        (longest == nullptr || set.path.size() > longest->path.size())) {
      longest = &set;
    }
  }
  return longest;
}

}  // namespace graphfault::engine
