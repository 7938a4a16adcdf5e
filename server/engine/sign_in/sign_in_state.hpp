// SPDX-License-Identifier: MIT
// What sign-in remembers between calls: refresh tokens and device codes. Part of a tenant's state.
#pragma once

#include "base/clock.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace graphfault::engine {

/// What a refresh token or a device code stands for.
struct SignInGrant {
  std::string app{};
  std::string user{};
  std::string scope{};  ///< the words that were asked for
  Instant expires{};    ///< tenant clock
  int polls = 0;        ///< of a device code

  bool operator==(const SignInGrant&) const = default;
};

/// A bounded map of grants: the oldest goes first. Not thread-safe: guarded by its tenant.
class SignInGrants {
 public:
  explicit SignInGrants(std::size_t limit = 10'000) : limit_(limit) {}

  void add(std::string key, SignInGrant grant);
  /// Null where there is none. Valid until the next add or remove.
  SignInGrant* find(std::string_view key);
  void remove(std::string_view key);
  std::size_t size() const { return grants_.size(); }

 private:
  std::size_t limit_;
  std::map<std::string, SignInGrant, std::less<>> grants_;
  std::deque<std::string> order_;
};

struct SignInState {
  SignInGrants refresh_tokens{};
  SignInGrants device_codes{};
};

}  // namespace graphfault::engine
