// SPDX-License-Identifier: MIT
// What answers when no rule does: a small, faithful Graph. Authentication, permission checks,
// $batch, sign-in and the headers of every answer are the engine's; all else under a Graph
// version is here.
#pragma once

#include "base/random.hpp"
#include "engine/calls/call.hpp"
#include "engine/emulation/directory.hpp"
#include "scenario/model.hpp"

namespace graphfault::engine {

/// Answers one Graph call (surface graph, not `$batch`) and changes `directory` where the call
/// writes. Natural faults (400, 404, 405, 406, 412, 415, 501 ...) are the error side. HEAD gives
/// what GET gives, its body included: net/ leaves it away. OPTIONS gives Graph's CORS answer.
/// `random` makes the ids of what is created. Threads: under the tenant's lock.
EmulatedOr emulate(const Call& call, Directory& directory, const scenario::Scenario& scenario,
                   Random& random);

}  // namespace graphfault::engine
