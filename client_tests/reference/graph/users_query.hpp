// SPDX-License-Identifier: MIT
#pragma once

#include "graph/listing.hpp"

#include <optional>
#include <string>

namespace graphclient {

struct UsersQuery {
  std::string filter{};
  std::string select{};
  std::optional<int> top{};
  bool eventual = false;  ///< an advanced query: ConsistencyLevel: eventual and $count=true
};

/// The first page of `/users` for it.
ListRequest users_request(const Session& session, const UsersQuery& query);

}  // namespace graphclient
