// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "engine/callers/token_ban.hpp"

#include <string_view>

namespace graphfault::engine {

/// Takes the token of a sign-in answer out of bans of this very second: it was issued after them.
/// Reads `body` only where there is such a ban.
void spare_issued_token(std::string_view body, Instant now, TokenBan& revoked, TokenBan& expired);

}  // namespace graphfault::engine
