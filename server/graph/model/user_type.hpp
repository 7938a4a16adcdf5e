// SPDX-License-Identifier: MIT
#pragma once

#include "graph/model/entity_type.hpp"

namespace graphfault::graph {

/// microsoft.graph.user, from the user resource's documentation.
const EntityType& user_type();

}  // namespace graphfault::graph
