// SPDX-License-Identifier: MIT
#include "engine/callers/token_cache.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <array>
#include <functional>
#include <memory>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::size_t kEntryBytes = 1'536;  // of a read token, beside its text

Caller verify(std::string_view text, const SigningKey& key) {
  Caller caller;
  caller.token_id = token_fingerprint(text);
  if (auto token = graph::read_token(text, key)) {
    caller.state = CallerState::valid;
    caller.token = std::make_shared<const graph::Token>(std::move(*token));
  } else {
    caller.state = CallerState::malformed;
    caller.fault = token.error();
  }
  return caller;
}

}  // namespace

TokenCache::TokenCache(const SigningKey& key, std::size_t bytes)
    : key_(key), generation_bytes_(bytes / (2 * kShards)) {}

Caller TokenCache::read(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  Shard& shard = shards_[Hash{}(text) % kShards];
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto young = shard.young.find(text); young != shard.young.end()) {
      return young->second;
    }
    if (const auto old = shard.old.find(text); old != shard.old.end()) {
      Caller caller = old->second;
      keep(shard, text, caller);
      return caller;
    }
    ++shard.verified;
  }
  Caller caller = verify(text, key_);  // without the lock: it takes a while
  const std::lock_guard lock(shard.mutex);
  keep(shard, text, caller);
  return caller;
}

void TokenCache::keep(Shard& shard, std::string_view text, const Caller& caller) const {
  const std::size_t bytes = text.size() + kEntryBytes;
  if (shard.young_bytes + bytes > generation_bytes_) {
    shard.old = std::exchange(shard.young, {});
    shard.young_bytes = 0;
  }
  if (shard.young.emplace(text, caller).second) {
    shard.young_bytes += bytes;
  }
}

std::size_t TokenCache::verified() const {
  std::size_t count = 0;
  for (const Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    count += shard.verified;
  }
  return count;
}

std::string token_fingerprint(std::string_view token) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::size_t kBytes = 8;
  std::string hex;
  for (const char c : sha256(token).substr(0, kBytes)) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0xFU];
  }
  return hex;
}

std::string_view bearer_token(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!equal_ignoring_case(authorization.substr(0, kScheme.size()), kScheme)) {
    return {};
  }
  authorization.remove_prefix(kScheme.size());
  return http::trimmed(authorization);
}

}  // namespace graphfault::engine
