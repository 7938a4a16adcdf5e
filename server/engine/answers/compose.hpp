// SPDX-License-Identifier: MIT
// From an outcome to bytes: body, headers, marks, and how it leaves.
#pragma once

#include "engine/answers/outcome.hpp"
#include "http/wire_plan.hpp"

namespace graphfault::engine {

/// Until the answer's first byte: the step's delay and the tenant's.
Duration delay_of(const Outcome& outcome, const scenario::Scenario& scenario);

/// The response, with the headers of every answer, or, for an operation of a batch, those of an
/// operation. Takes what it needs out of outcome.made, whose error code stays.
http::Response compose_response(Outcome& outcome, const Call& call, const AnswerContext& context);

/// The same with its wire plan, its delay and the step's fault, but without a ticket. For calls on
/// the wire.
http::Answer compose_answer(Outcome& outcome, const Call& call, const AnswerContext& context);

/// `error.code` of an answer, or the `error` of a sign-in answer; empty where it is no error. The
/// same before and after it was composed.
std::string error_code(const Outcome& outcome);

}  // namespace graphfault::engine
