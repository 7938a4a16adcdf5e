// SPDX-License-Identifier: MIT
// The one place that understands a `when`: whether a request, an operation or a handshake is what
// it waits for, why not, and whether another leaves it anything. The engine asks for its rules and
// for `verdict.requests`, the loader for rules that are never reached.
#pragma once

#include "scenario/asked.hpp"
#include "scenario/mismatch.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <string>

namespace graphfault::scenario {

/// REQUIRES: surface and path are those of `when` (a rule index has found it). Nothing: it is what
/// `when` waits for.
std::optional<Mismatch> mismatch(const When& when, const Asked& asked);
/// True where all of `when` holds, surface and path too.
bool matches(const When& when, const Asked& asked);
/// True where everything that `b` matches, `a` matches too. Never true wrongly.
bool covers(const When& a, const When& b);

/// Why, in words: `its method is POST`, `it asks that query option top is absent`.
std::string describe(const Mismatch& mismatch, const When& when);

/// True where it asks for a state of the token: such a rule is asked before authentication.
bool asks_for_token_state(const When& when);

}  // namespace graphfault::scenario
