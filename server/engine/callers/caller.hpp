// SPDX-License-Identifier: MIT
// Who calls: what the bearer token says and what state it is in.
#pragma once

#include "graph/tokens/token.hpp"
#include "graph/tokens/token_state.hpp"

#include <memory>
#include <optional>
#include <string>

namespace graphfault::engine {

using CallerState = graph::TokenState;

struct Caller {
  CallerState state = CallerState::missing;
  std::string token_id{};  ///< short fingerprint of the token's text; empty where there is none
  /// Null where the token is missing, malformed, or not ours (accept: any). Shared by the token
  /// cache.
  std::shared_ptr<const graph::Token> token{};
  /// Why a token could not be read; nothing where it was, and where there is none.
  std::optional<graph::TokenFault> fault{};
};

}  // namespace graphfault::engine
