// SPDX-License-Identifier: MIT
// What state the token of a call is in.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace graphfault::graph {

/// `foreign`: issued for another tenant than the one addressed; no scenario can ask for it.
enum class TokenState { valid, missing, malformed, expired, revoked, foreign };

/// In the order of the enumeration, as scenarios and the journal write them.
inline constexpr std::array<std::string_view, 6> kTokenStates{"valid",   "missing", "malformed",
                                                              "expired", "revoked", "foreign"};

/// `expired`.
constexpr std::string_view state_name(TokenState state) {
  return kTokenStates.at(static_cast<std::size_t>(state));
}

/// The state of that name, or nothing.
constexpr std::optional<TokenState> token_state(std::string_view name) {
  for (std::size_t i = 0; i < kTokenStates.size(); ++i) {
    if (kTokenStates.at(i) == name) {
      return static_cast<TokenState>(i);
    }
  }
  return std::nullopt;
}

}  // namespace graphfault::graph
