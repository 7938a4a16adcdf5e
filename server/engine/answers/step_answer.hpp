// SPDX-License-Identifier: MIT
// The answer of one step: its error, its reply, or what emulation says under it.
#pragma once

#include "engine/answers/outcome.hpp"

namespace graphfault::engine {

/// Makes the answer of outcome.rule's step outcome.step, with its headers, Retry-After, delay,
/// fault, and what its leaving brings about.
void answer_step(Call& call, const CallContext& context, Outcome& outcome);

/// The answer to a call inside an open window: the step's error again, with what is left of the
/// wait, without its fault, delay or effect.
Outcome repeat_answer(const Window& window, Call& call, const CallContext& context);

}  // namespace graphfault::engine
