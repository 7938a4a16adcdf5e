// SPDX-License-Identifier: MIT
// One call's way through a tenant: who calls, is it early, which rule answers, else emulation.
#pragma once

#include "engine/answers/outcome.hpp"

namespace graphfault::engine {

/// Judges the caller (call.caller.state) and plays at most one step: match and advance. Under the
/// tenant's lock: that is the one atomic act.
Outcome answer_call(Call& call, const CallContext& context);

}  // namespace graphfault::engine
