// SPDX-License-Identifier: MIT
// $select carried out: which properties an entity is answered with.
#pragma once

#include "base/json.hpp"
#include "graph/model/entity_type.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace graphfault::graph {

/// What is answered of each entity. For a typed set `properties` are positions in the type; for an
/// open one `names` are what was selected, and empty means everything.
struct Projection {
  std::vector<std::size_t> properties{};
  std::vector<std::string> names{};

  bool operator==(const Projection&) const = default;
};

/// `select` as ListQuery has it: canonical names, empty for the default.
Projection project(const EntityType& type, const std::vector<std::string>& select);

/// Appends the item's projected object. A typed property that the item lacks is null (or `[]`);
/// `signInActivity` is left out instead, as for a user who never signed in. What begins with
/// `@` always goes along.
void append_projected(std::string& out, const EntityType& type, const Projection& projection,
                      const Json& item);

/// `#users`, `#users(id,displayName)`, with `/$entity` for a single one: what follows
/// `$metadata` in @odata.context.
std::string context_of(std::string_view set, const std::vector<std::string>& select, bool single);

}  // namespace graphfault::graph
