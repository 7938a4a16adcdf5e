// SPDX-License-Identifier: MIT
#include "engine/tenants/under_way.hpp"

#include <utility>

namespace graphfault::engine {

std::optional<std::uint64_t> UnderWay::sequence(std::uint64_t ticket) const {
  if (ticket >> kEpochShift != epoch_) {
    return std::nullopt;
  }
  return ticket & ((std::uint64_t{1} << kEpochShift) - 1);
}

void UnderWay::wait(std::uint64_t sequence, Aftermath aftermath) {
  waiting_.emplace(sequence, std::move(aftermath));
}

Aftermath UnderWay::take(std::uint64_t sequence) {
  const auto found = waiting_.find(sequence);
  if (found == waiting_.end()) {
    return {};
  }
  Aftermath aftermath = std::move(found->second);
  waiting_.erase(found);
  return aftermath;
}

void UnderWay::end() {
  if (count_ > 0) {
    --count_;
  }
}

void UnderWay::reset() {
  ++epoch_;
  waiting_.clear();
}

}  // namespace graphfault::engine
