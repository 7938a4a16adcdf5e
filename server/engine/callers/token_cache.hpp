// SPDX-License-Identifier: MIT
// Tokens that were verified before, so that a signature is checked once and not at every call.
#pragma once

#include "base/crypto.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/callers/caller.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace graphfault::engine {

/// Threads: read() may be called from any; the cache is cut in shards so that they seldom wait for
/// each other.
class TokenCache {
 public:
  /// `key` outlives the cache. Memory stays below about twice `bytes`.
  TokenCache(const SigningKey& key, std::size_t bytes);

  /// What a bearer token says: token, token_id and fault are set, the state is `missing` for an
  /// empty text, `malformed` where there is a fault, else `valid`: the tenant judges further.
  Caller read(std::string_view text);

  /// How often a token had to be verified, for tests and metrics.
  std::size_t verified() const;

 private:
  struct Hash {
    using is_transparent = void;
    /// Of the length and the last bytes: they are the signature's, and as good as random.
    std::size_t operator()(std::string_view text) const {
      const std::string_view tail = text.substr(text.size() - std::min(text.size(), kTail));
      return std::hash<std::string_view>{}(tail) ^ text.size();
    }
    static constexpr std::size_t kTail = 64;
  };
  using Entries = std::unordered_map<std::string, Caller, Hash, std::equal_to<>>;
  // Two generations: what was not asked for while the young one filled up goes.
  struct Shard {
    mutable SpinningMutex mutex{};
    Entries young{};
    Entries old{};
    std::size_t young_bytes = 0;
    std::size_t verified = 0;
  };
  static constexpr std::size_t kShards = 16;

  void keep(Shard& shard, std::string_view text, const Caller& caller) const;

  const SigningKey& key_;
  std::size_t generation_bytes_;
  std::array<Shard, kShards> shards_{};
};

/// A short text that stands for a token and leads back to none.
std::string token_fingerprint(std::string_view token);

/// The bearer token of an Authorization header's value; empty where there is none or the scheme is
/// another. The view lives as long as the value.
std::string_view bearer_token(std::string_view authorization);

}  // namespace graphfault::engine
