// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "graph/odata/odata_filter.hpp"

#include <string_view>

namespace graphfault::graph {

/// The problem's message is what OData says of it, with the position; it has no place.
Result<Filter> parse_filter(std::string_view text);

}  // namespace graphfault::graph
