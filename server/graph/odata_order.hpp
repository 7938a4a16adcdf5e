// SPDX-License-Identifier: MIT
// $orderby: `displayName desc,userPrincipalName`.
#pragma once

#include "base/result.hpp"
#include "graph/record.hpp"

#include <string_view>
#include <vector>

namespace graphfault::graph {

struct OrderTerm {
  PropertyPath path{};
  bool descending = false;

  bool operator==(const OrderTerm&) const = default;
};

Result<std::vector<OrderTerm>> parse_order(std::string_view text);

/// The values that a record is sorted by, one for each term.
std::vector<Value> sort_keys(const std::vector<OrderTerm>& order, const Record& record);

/// True where `a` stands before `b`; null stands before everything else.
bool stands_before(const std::vector<OrderTerm>& order, const std::vector<Value>& a,
                   const std::vector<Value>& b);

}  // namespace graphfault::graph
