// SPDX-License-Identifier: MIT
// The `token` block of a `when`.
#pragma once

#include "engine/callers/caller.hpp"
#include "scenario/model.hpp"

namespace graphfault::engine {

/// True where the test asks for no state, or for the caller's.
bool is_state(const scenario::TokenTest& test, const Caller& caller);

/// The rest of the block: app, roles, claims. A token that is not ours (accept: any) has every
/// role, no app and no claim.
bool is_caller(const scenario::TokenTest& test, const Caller& caller);

}  // namespace graphfault::engine
