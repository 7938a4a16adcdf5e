// SPDX-License-Identifier: MIT
// What answers when no rule does, or where a step says `emulate`: sign-in, $batch, the permission
// checks, emulation.
#pragma once

#include "engine/answers/outcome.hpp"
#include "engine/rules/near_miss.hpp"

namespace graphfault::engine {

/// Sets outcome.made; for a batch also what its operations bring about, which are recorded.
void answer_unruled(Call& call, const CallContext& context, Outcome& outcome);

/// Notes the nearest rule, and the hint for calls that emulation does not know either.
void explain_unruled(const NearestRule& nearest, const Call& call, const CallContext& context,
                     Outcome& outcome);

}  // namespace graphfault::engine
