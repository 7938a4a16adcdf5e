// SPDX-License-Identifier: MIT
// The query options of a list, read and validated with Graph's own errors.
#pragma once

#include "graph/errors/graph_error.hpp"
#include "graph/model/entity_type.hpp"
#include "graph/odata/odata_filter.hpp"
#include "graph/odata/odata_order.hpp"
#include "graph/odata/odata_search.hpp"
#include "http/target.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct ListQuery {
  std::vector<std::string> select{};  ///< as the type spells them; empty: the default
  std::vector<std::string> expand{};
  std::optional<Filter> filter{};
  std::optional<Search> search{};
  std::vector<OrderTerm> order{};
  std::optional<std::size_t> top{};
  std::size_t skip = 0;  ///< on sets that have $skip
  bool count = false;    ///< $count=true, and the header that directory objects ask for with it
  std::optional<std::string> skiptoken{};
  std::optional<std::string> deltatoken{};
  std::string selection{};     ///< filter, search and order as text: the key of caches
  std::uint64_t checksum = 0;  ///< of every option but the tokens and $count

  bool reads_sign_in_activity() const;
};

/// Option names with or without $, in any case. `eventual`: the request has
/// `ConsistencyLevel: eventual`.
tl::expected<ListQuery, GraphError> read_list_query(const http::Fields& options,
                                                    const EntityType& type, bool eventual);

/// The options of a single entity: $select and $expand; others are refused.
tl::expected<ListQuery, GraphError> read_entity_query(const http::Fields& options,
                                                      const EntityType& type);

/// The options of `/delta`: $select, $filter, and the tokens.
tl::expected<ListQuery, GraphError> read_delta_query(const http::Fields& options,
                                                     const EntityType& type);

/// The most that a page may hold where signInActivity is read: 120 in the documentation that we
/// keep (newer pages say 500). A larger $top is cut to it, not refused.
inline constexpr std::size_t kMaxSignInActivityPage = 120;
inline constexpr std::size_t kMaxPage = 999;

/// What a page holds: $top or the set's own size, within the limits.
std::size_t page_size(const ListQuery& query, std::size_t set_page_size);

/// x-ms-resource-unit of a read of users, from the throttling limits: 2, less 1 for $select, less 1
/// for a $top under 20, 1 more for $expand, at least 1.
int resource_units(const ListQuery& query);

/// The option's name without $, in lower case.
std::string option_name(std::string_view name);

}  // namespace graphfault::graph
