// SPDX-License-Identifier: MIT
// Which permissions a Graph call needs, and what a token lacks.
#pragma once

#include "graph/errors/graph_error.hpp"
#include "graph/tokens/token.hpp"
#include "http/target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// A call as far as permissions go. The references live as long as the call.
struct GraphAccess {
  std::string_view method{};                 ///< upper case
  const std::vector<std::string>& segments;  ///< after the version, canonical
  bool sign_in_activity = false;             ///< reads or filters signInActivity
};

struct MissingPermission {
  std::string permission{};  ///< the least privileged one that would do: `User.Read.All`
  bool for_sign_in_activity = false;
};

/// What the token lacks, or nothing. Paths nobody knows need no permission; nor does $batch itself.
/// Application tokens are judged by their roles, delegated ones by their scopes (where `/me` and
/// User.Read count too).
std::optional<MissingPermission> missing_permission(const Token& token, const GraphAccess& access);

/// Authorization_RequestDenied; Authentication_MSGraphPermissionMissing, with the permission's
/// name, for signInActivity.
GraphError permission_error(const MissingPermission& missing);

/// True where $select, $filter or $orderby names signInActivity, in any case.
bool asks_for_sign_in_activity(const http::Fields& options);

/// True for the audiences Graph takes: the Graph hosts of every cloud, with or without a trailing
/// /, and Graph's application id.
bool is_graph_audience(std::string_view audience);

}  // namespace graphfault::graph
