// SPDX-License-Identifier: MIT
// Whether a rule whose path takes a call's wants the call: everything else that `when` asks.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/calls/call_body.hpp"
#include "scenario/model.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace graphfault::engine {

/// The first part of a `when` that a call fails, in the order in which they are asked: the later,
/// the nearer was the rule.
struct Mismatch {
  enum class Part {
    surface_or_path,
    version,
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

/// REQUIRES: the rule's path takes the call's segments. Nothing: the call is what the rule waits
/// for.
std::optional<Mismatch> mismatch(const scenario::Rule& rule, const Call& call, CallBody& body);

/// Why, in words: `its method is POST`, `query top is absent`.
std::string describe(const Mismatch& mismatch, const scenario::Rule& rule);

/// True where the rule is asked even though authentication refuses the caller.
bool asks_for_token_state(const scenario::Rule& rule);

/// The page a read asks for: told by our own skiptoken, 1 without one. Nothing for other methods
/// and for foreign tokens.
std::optional<int> page_of(const Call& call);

}  // namespace graphfault::engine
