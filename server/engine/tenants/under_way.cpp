// SPDX-License-Identifier: MIT
#include "engine/tenants/under_way.hpp"

#include <utility>

namespace graphfault::engine {

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

void UnderWay::reset() { waiting_.clear(); }

}  // namespace graphfault::engine
