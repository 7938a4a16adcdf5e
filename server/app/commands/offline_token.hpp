// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command_options.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "graph/tokens/token.hpp"

#include <cstdint>

namespace graphfault::app {

/// The token that sign-in would issue for these options. `chance` makes its id. A problem where the
/// tenant's name, the app or the claims cannot be.
Result<graph::Token> offline_token(const TokenOptions& options, Instant now, std::uint64_t chance);

}  // namespace graphfault::app
