// SPDX-License-Identifier: MIT
// Tokens that a scenario or the control API made invalid before their time.
#pragma once

#include "base/bounded_map.hpp"
#include "base/clock.hpp"
#include "engine/callers/caller.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace graphfault::engine {

/// Tenants have two: revoked tokens and expired ones. Times are the tenant's clock. Not
/// thread-safe: guarded by its tenant. Holds the newest `limit` tokens of each kind.
class TokenBan {
 public:
  explicit TokenBan(std::size_t limit = 10'000) : single_(limit), spared_(limit), seen_(limit) {}

  /// That one token.
  void one(std::string_view token_id, Instant now);
  /// Every token issued so far. A token says the second of its issue only, so those of this very
  /// second are told by spare().
  void all(Instant now);
  /// A token that was issued after all().
  void spare(std::string_view token_id);
  /// Tells of a call, so that all() reaches tokens that are not ours (accept: any), too.
  void saw(const Caller& caller);

  /// Since when the caller's token is banned, or nothing.
  std::optional<Instant> since(const Caller& caller) const;
  /// The time of the last all(), or nothing.
  const std::optional<Instant>& all_since() const { return all_; }

 private:
  bool is_of_before(const Caller& caller) const;

  BoundedMap<Instant> single_;
  BoundedMap<bool> spared_;
  BoundedMap<bool> seen_;  // opaque tokens
  std::optional<Instant> all_;
};

}  // namespace graphfault::engine
