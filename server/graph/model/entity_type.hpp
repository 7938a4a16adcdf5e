// SPDX-License-Identifier: MIT
// What Graph says about a resource's properties: which exist, which are answered by default, and
// which a query may use.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace graphfault::graph {

/// The property of a user that asks for a permission and a licence of its own.
inline constexpr std::string_view kSignInActivity = "signInActivity";

enum class PropertyKind { text, boolean, number, date, object, text_list, object_list };

/// Whether $filter may use a property: never, with `ConsistencyLevel: eventual` and $count=true
/// only, or always.
enum class FilterSupport { none, advanced, plain };

struct Property {
  std::string_view name{};
  PropertyKind kind = PropertyKind::text;
  FilterSupport filter = FilterSupport::none;
  bool by_default = false;  ///< answered without $select
  bool sortable = false;
  bool ends_with = false;     ///< endsWith() is offered (advanced)
  bool not_in_lists = false;  ///< kept outside the directory: 501 in the $select of a list
};

struct EntityType {
  std::string_view name{};      ///< `microsoft.graph.user`
  std::string_view resource{};  ///< `User`, as messages name it
  /// The second key beside `id`; empty: none.
  std::string_view alternate_key{};
  /// A directory object: the rules of advanced queries (ConsistencyLevel) hold.
  bool directory = false;
  bool custom_page_sizes = true;  ///< $top is allowed
  bool soft_delete = false;       ///< delta says `changed` of what was deleted: it can be restored
  /// Empty: an open type, on which every property name is good.
  std::span<const Property> properties{};

  bool open() const { return properties.empty(); }
  /// By name, case ignored; null where there is none.
  const Property* find(std::string_view property) const;
  /// The position in `properties` of one of them.
  std::size_t index_of(const Property& property) const;
};

/// The type of an entity set given by a file, from its last segment: directory sets (`groups`,
/// `applications` ...) keep the rules of advanced queries, every other is an open type.
const EntityType& entity_type_of(std::string_view set);

}  // namespace graphfault::graph
