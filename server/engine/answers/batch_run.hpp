// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answers/outcome.hpp"
#include "journal/packed_exchange.hpp"

#include <vector>

namespace graphfault::engine {

/// Answers `POST /$batch`: each operation goes through the very same rules and emulation as a
/// single request, in an order that respects dependsOn; one whose dependency failed is 424 and
/// plays no step. Operations take the numbers after the batch's. Sets outcome.made and
/// outcome.batch, its delay (that of the slowest operation is added) and what the operations'
/// leaving brings about. REQUIRES: the tenant's lock.
void run_batch(const Call& batch, const CallContext& context, Outcome& outcome);

/// Composes the operations of outcome.batch into outcome.made, which is whole after it, and adds
/// them to `recorded` as the journal keeps them, unless that is null. Takes no lock.
void finish_batch(Outcome& outcome, const AnswerContext& context,
                  std::vector<journal::PackedExchange>* recorded);

}  // namespace graphfault::engine
