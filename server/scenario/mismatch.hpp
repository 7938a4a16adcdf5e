// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace graphfault::scenario {

/// The first part of a `when` that a call fails, in the order in which they are asked: the later,
/// the nearer was the rule.
struct Mismatch {
  enum class Part {
    surface_or_path,
    host,     ///< of a handshake
    version,  ///< of the path
    method,
    batch,  ///< the rule is not for operations, or for operations only
    operation,
    query,
    header,
    page,
    token_state,
    token,
    body,
    played_out,  ///< all of `when` matches, its script has no step left
  };
  Part part = Part::surface_or_path;
  std::size_t index = 0;  ///< of the query option or header that failed

  bool operator==(const Mismatch&) const = default;
};

/// As the journal writes it: `played-out`.
constexpr std::string_view part_name(Mismatch::Part part) {
  constexpr std::array<std::string_view, 13> kNames{
      "path",   "host", "version",     "method", "batch", "operation", "query",
      "header", "page", "token-state", "token",  "body",  "played-out"};
  return kNames.at(static_cast<std::size_t>(part));
}

}  // namespace graphfault::scenario
