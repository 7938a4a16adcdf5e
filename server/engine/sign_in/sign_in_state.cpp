// SPDX-License-Identifier: MIT
#include "engine/sign_in/sign_in_state.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::engine {

void SignInGrants::add(std::string key, SignInGrant grant) {
  const auto [place, added] = grants_.insert_or_assign(key, std::move(grant));
  if (added) {
    order_.push_back(std::move(key));
  }
  while (grants_.size() > limit_) {
    grants_.erase(order_.front());
    order_.pop_front();
  }
}

SignInGrant* SignInGrants::find(std::string_view key) {
  const auto found = grants_.find(key);
  return found == grants_.end() ? nullptr : &found->second;
}

void SignInGrants::remove(std::string_view key) {
  const auto found = grants_.find(key);
  if (found == grants_.end()) {
    return;
  }
  order_.erase(std::find(order_.begin(), order_.end(), found->first));
  grants_.erase(found);
}

}  // namespace graphfault::engine
