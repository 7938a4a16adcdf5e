// SPDX-License-Identifier: MIT
// $search: quoted `property:value` clauses joined by AND and OR, as directory objects have it.
#pragma once

#include "base/result.hpp"
#include "graph/model/entity_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct SearchClause {
  std::string property{};  ///< empty: a bare word, looked for in every text property of the set
  std::string value{};

  bool operator==(const SearchClause&) const = default;
};

/// Alternatives (OR) of conjunctions (AND); AND binds closer.
struct Search {
  std::vector<std::vector<SearchClause>> any_of{};

  bool operator==(const Search&) const = default;
};

/// Takes `"displayName:ann"`, `"displayName:ann" AND "mail:ann"`, parentheses around the whole or
/// a group of one kind, and bare quoted words.
Result<Search> parse_search(std::string_view text);

/// A clause holds where the value's words begin words of the property, in order (tokens, as the
/// directory's search has them); case is ignored. A bare word looks at `displayName`,
/// `description`, `mail`, `subject` and `name`.
bool matches(const Search& search, const EntityView& view);

}  // namespace graphfault::graph
