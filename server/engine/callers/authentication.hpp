// SPDX-License-Identifier: MIT
// What state a caller's token is in for one tenant, and the 401 that follows.
#pragma once

#include "base/clock.hpp"
#include "engine/callers/caller.hpp"
#include "engine/callers/token_ban.hpp"
#include "graph/errors/graph_error.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace graphfault::engine {

/// What of a tenant a token is held against.
struct Judging {
  std::string_view tenant{};  ///< its name, as tokens have it
  scenario::TokenSettings::Accept accept = scenario::TokenSettings::Accept::issued;
  Instant now{};  ///< the tenant's clock
  const TokenBan* revoked = nullptr;
  const TokenBan* expired = nullptr;
};

/// `caller` as the token cache read it. Asked in this order: missing, malformed (the audience too),
/// foreign, expired, revoked. Where the tenant accepts any token, only those that were revoked or
/// expired on purpose are not valid. REQUIRES: both bans.
CallerState judge(const Caller& caller, const Judging& judging);

/// A natural 401.
struct AuthenticationFailure {
  graph::GraphError error{};
  std::string hint{};  ///< for x-graphfault-hint; may be empty
};
/// Nothing where the tenant takes the caller. `caller.state` is judge()'s; `base` as in Call.
std::optional<AuthenticationFailure> authentication_failure(const Caller& caller,
                                                            const Judging& judging,
                                                            std::string_view base);

}  // namespace graphfault::engine
