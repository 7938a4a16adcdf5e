// SPDX-License-Identifier: MIT
// Literals of OData expressions.
#pragma once

#include "graph/model/entity_view.hpp"

#include <optional>
#include <string_view>

namespace graphfault::graph {

/// A literal without quotes: null, true, false (in any case), a number, a date or date and time, a
/// GUID (a text). Nothing for anything else.
std::optional<Value> bare_literal(std::string_view text);

}  // namespace graphfault::graph
