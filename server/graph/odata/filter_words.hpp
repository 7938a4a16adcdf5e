// SPDX-License-Identifier: MIT
// The words that mean something in a $filter; case is ignored.
#pragma once

#include "graph/odata/odata_filter.hpp"

#include <optional>
#include <string_view>

namespace graphfault::graph {

std::optional<Comparison> comparison_named(std::string_view word);
std::optional<TextFunction> text_function_named(std::string_view word);
/// A word that can't begin a path: operators and literals.
bool is_reserved(std::string_view word);
/// `'x' lt a` is `a gt 'x'`.
Comparison turned(Comparison comparison);

}  // namespace graphfault::graph
