// SPDX-License-Identifier: MIT
// $orderby: `displayName desc,userPrincipalName`.
#pragma once

#include "base/result.hpp"
#include "graph/model/record.hpp"

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

/// What a record is sorted by, as bytes: one key stands before another where its bytes do. Null
/// stands before everything else (after it where the term descends); case is ignored.
std::string sort_key(const std::vector<OrderTerm>& order, const Record& record);

}  // namespace graphfault::graph
