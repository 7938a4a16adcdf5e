// SPDX-License-Identifier: MIT
#include "graph/batch_chunks.hpp"

#include <numeric>

namespace graphclient {
namespace {

/// Disjoint sets: which operations hang together.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t of) const {
    while (parent_[of] != of) {
      of = parent_[of];
    }
    return of;
  }
  void join(std::size_t one, std::size_t other) { parent_[root(other)] = root(one); }

 private:
  std::vector<std::size_t> parent_;
};

void join_dependents(const std::vector<Operation>& operations, Groups& groups) {
  for (std::size_t i = 0; i < operations.size(); ++i) {
    for (const std::string& id : operations[i].depends_on) {
      const std::size_t other = position_of(operations, id);
      groups.join(other < i ? other : i, i);
    }
  }
}

void append_cut(std::vector<std::vector<std::size_t>>& chunks,
                const std::vector<std::size_t>& members) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i % kMostInBatch == 0) {
      chunks.emplace_back();
    }
    chunks.back().push_back(members[i]);
  }
}

}  // namespace

std::vector<std::vector<std::size_t>> batch_chunks(const std::vector<Operation>& operations) {
  Groups groups(operations.size());
  join_dependents(operations, groups);
  std::vector<std::vector<std::size_t>> members(operations.size());
  for (std::size_t i = 0; i < operations.size(); ++i) {
    members[groups.root(i)].push_back(i);
  }
  std::vector<std::size_t> alone;
  std::vector<std::vector<std::size_t>> chunks;
  for (const std::vector<std::size_t>& group : members) {
    if (group.size() == 1) {
      alone.push_back(group.front());
    } else if (group.size() > 1) {
      append_cut(chunks, group);
    }
  }
  append_cut(chunks, alone);
  return chunks;
}

}  // namespace graphclient
