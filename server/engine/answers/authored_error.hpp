// SPDX-License-Identifier: MIT
#pragma once

#include "engine/calls/call.hpp"
#include "graph/errors/graph_error.hpp"
#include "scenario/model.hpp"

namespace graphfault::engine {

/// The error of a step as an answer to that call: its message's placeholders filled in; the
/// challenge of a 401, and of any step that names `claims`, in WWW-Authenticate; the address at
/// which a resynchronisation starts in Location.
graph::GraphError authored_error(const scenario::ErrorStep& step, const scenario::Step& whole,
                                 const Call& call);

}  // namespace graphfault::engine
