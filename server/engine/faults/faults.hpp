// SPDX-License-Identifier: MIT
// What a step's `fault` makes of an answer that is otherwise ready to leave. The request has
// happened all the same. One file per fault.
#pragma once

#include "http/wire_plan.hpp"
#include "scenario/faults/fault.hpp"

namespace graphfault::engine {

/// Changes the answer's plan, or its body, as the fault says.
void apply_fault(const scenario::Fault& fault, http::Answer& answer);
/// True where the client gets no head at all: reset, close, stall. No Retry-After reaches it.
bool hides_answer(scenario::Fault::Kind kind);

namespace faults {

void reset(const scenario::Fault& fault, http::Answer& answer);
void close(const scenario::Fault& fault, http::Answer& answer);
void truncate(const scenario::Fault& fault, http::Answer& answer);
void drip(const scenario::Fault& fault, http::Answer& answer);
void stall(const scenario::Fault& fault, http::Answer& answer);
void malformed(const scenario::Fault& fault, http::Answer& answer);
void empty(const scenario::Fault& fault, http::Answer& answer);
void html(const scenario::Fault& fault, http::Answer& answer);
void status_line(const scenario::Fault& fault, http::Answer& answer);
/// Nothing: the handshake was over before there was an answer.
void tls(const scenario::Fault& fault, http::Answer& answer);

}  // namespace faults
}  // namespace graphfault::engine
