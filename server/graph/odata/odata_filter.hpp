// SPDX-License-Identifier: MIT
// $filter: parsed by recursive descent, evaluated over an EntityView. Grammar: `or`, `and`, `not`,
// parentheses, `eq ne gt ge lt le in`, startsWith endsWith contains, `list/any(x:...)`, property
// paths, and literals (null, true, false, numbers, dates, 'text' with '' for a quote).
#pragma once

#include "base/result.hpp"
#include "graph/model/entity_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

enum class Comparison { eq, ne, gt, ge, lt, le };
enum class TextFunction { starts_with, ends_with, contains };

/// One node of the tree.
struct Filter {
  enum class Kind {
    either,         ///< `or` over two or more operands
    both,           ///< `and` over two or more
    negation,       ///< `not` over one
    comparison,     ///< path, comparison, one literal
    membership,     ///< path `in` one or more literals
    text_function,  ///< function over path and one literal
    any,  ///< at least one element of the list at path fulfils the operand, if there is one
  };
  Kind kind = Kind::comparison;
  std::vector<Filter> operands{};
  PropertyPath path{};
  bool of_element = false;  ///< path starts at the variable of the any() around it
  Comparison comparison = Comparison::eq;
  TextFunction function = TextFunction::starts_with;
  std::vector<Value> literals{};

  bool operator==(const Filter&) const = default;
};

/// Nesting deeper than this, or a longer text, is refused.
inline constexpr int kMaxFilterDepth = 32;
inline constexpr std::size_t kMaxFilterLength = 8192;

bool matches(const Filter& filter, const EntityView& view);

}  // namespace graphfault::graph
