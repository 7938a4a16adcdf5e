// SPDX-License-Identifier: MIT
// What Graph allows of a $filter that is well formed: known properties, fitting types, and the
// rules of advanced queries.
#pragma once

#include "graph/errors/graph_error.hpp"
#include "graph/model/entity_type.hpp"
#include "graph/odata/odata_filter.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string_view>

namespace graphfault::graph {

/// Spells every property as the type does. Errors (400 BadRequest, "Invalid filter clause"): a
/// property that the type has not, a literal that doesn't fit its property.
tl::expected<Filter, GraphError> resolve(Filter filter, const EntityType& type);

/// The error of a filter that `type` doesn't offer; nothing where it does. `advanced`: the request
/// has `ConsistencyLevel: eventual` and $count=true. REQUIRES: resolved.
std::optional<GraphError> unsupported(const Filter& filter, const EntityType& type, bool advanced);

/// True where the filter reads that property anywhere.
bool reads(const Filter& filter, std::string_view property);

}  // namespace graphfault::graph
