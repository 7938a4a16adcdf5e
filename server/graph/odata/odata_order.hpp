// SPDX-License-Identifier: MIT
// $orderby: `displayName desc,userPrincipalName`.
#pragma once

#include "base/result.hpp"
#include "graph/model/entity_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct OrderTerm {
  PropertyPath path{};
  bool descending = false;

  bool operator==(const OrderTerm&) const = default;
};

Result<std::vector<OrderTerm>> parse_order(std::string_view text);

/// What an entity is sorted by, as bytes: one key stands before another where its bytes do. Null
/// stands before everything else (after it where the term descends); case is ignored.
std::string sort_key(const std::vector<OrderTerm>& order, const EntityView& view);

}  // namespace graphfault::graph
