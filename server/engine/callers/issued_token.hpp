// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "engine/callers/token_ban.hpp"

#include <string_view>

namespace graphfault::engine {

/// Takes a token that sign-in has just issued out of bans of this very second: it was issued after
/// them. `token_id` is its fingerprint, empty where none was issued.
void spare_issued_token(std::string_view token_id, Instant now, TokenBan& revoked,
                        TokenBan& expired);

}  // namespace graphfault::engine
