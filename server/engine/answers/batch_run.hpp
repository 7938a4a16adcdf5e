// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answers/outcome.hpp"

namespace graphfault::engine {

/// Answers `POST /$batch`: each operation goes through the very same rules and emulation as a
/// single request, in an order that respects dependsOn; one whose dependency failed is 424 and
/// plays no step. Operations are recorded under context.sequence. Sets outcome.made, its delay
/// (that of the slowest operation is added) and what the operations' leaving brings about.
void run_batch(const Call& batch, const CallContext& context, Outcome& outcome);

}  // namespace graphfault::engine
