// SPDX-License-Identifier: MIT
#include "engine/callers/token_ban.hpp"

#include <chrono>
#include <string>

namespace graphfault::engine {

void TokenBan::one(std::string_view token_id, Instant now) {
  if (!token_id.empty()) {
    single_.put(token_id, now);
  }
}

void TokenBan::all(Instant now) {
  all_ = now;
  spared_.clear();
  for (const auto& [token_id, seen] : seen_) {
    single_.put(token_id, now);
  }
}

void TokenBan::spare(std::string_view token_id) {
  if (all_) {
    spared_.put(token_id, true);
  }
}

void TokenBan::saw(const Caller& caller) {
  if (caller.token == nullptr && !caller.token_id.empty() && !seen_.contains(caller.token_id)) {
    seen_.put(caller.token_id, true);
  }
}

std::optional<Instant> TokenBan::since(const Caller& caller) const {
  if (!single_.empty()) {
    if (const Instant* const banned = single_.find(caller.token_id); banned != nullptr) {
      return *banned;
    }
  }
  return is_of_before(caller) ? all_ : std::nullopt;
}

bool TokenBan::is_of_before(const Caller& caller) const {
  if (!all_ || caller.token == nullptr) {
    return false;
  }
  const Instant second = std::chrono::floor<std::chrono::seconds>(*all_);
  return caller.token->issued < second ||
         (caller.token->issued == second && !spared_.contains(caller.token_id));
}

}  // namespace graphfault::engine
