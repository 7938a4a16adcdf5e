// SPDX-License-Identifier: MIT
#pragma once

#include "engine/calls/call.hpp"
#include "scenario/asked.hpp"

namespace graphfault::engine {

/// A call as conditions see it. It shows the call, which has to outlive it and stay as it is; its
/// caller has been judged.
scenario::AskedRequest asked_of(const Call& call);

}  // namespace graphfault::engine
