// SPDX-License-Identifier: MIT
// Whether a rule whose path takes a call's wants the call: everything else that `when` asks.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/calls/call_body.hpp"
#include "scenario/mismatch.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <string>

namespace graphfault::engine {

using scenario::Mismatch;

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
