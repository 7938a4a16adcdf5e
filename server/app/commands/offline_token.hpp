// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "graph/tokens/token.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace graphfault::app {

struct TokenOptions {
  std::string tenant = "default";
  std::string app = "00000000-0000-0000-0000-00000000c11e";
  std::vector<std::string> roles{};  ///< empty, without a user: every permission
  std::string user{};
  std::vector<std::string> scopes{};
  Duration lifetime = std::chrono::minutes(60);
  std::string claims{};  ///< a `claims` request parameter
  bool expired = false;
};

/// The token that sign-in would issue for these options. `chance` makes its id. A problem where the
/// tenant's name, the app or the claims cannot be.
Result<graph::Token> offline_token(const TokenOptions& options, Instant now, std::uint64_t chance);

}  // namespace graphfault::app
