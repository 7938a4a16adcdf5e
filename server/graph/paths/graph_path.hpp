// SPDX-License-Identifier: MIT
// Graph paths in one canonical form, so that every spelling of a resource is the same to rules and
// emulation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct GraphPath {
  std::string version{};  ///< `v1.0` or `beta`, lower case; empty where the path has none
  std::vector<std::string> segments{};  ///< after the version, canonical

  bool operator==(const GraphPath&) const = default;
};

/// Takes decoded segments (http::Target::segments, without a tenant prefix). `users('id')`,
/// `users(id)` and `users(userPrincipalName='x')` become two segments; `delta()` and
/// `microsoft.graph.delta()` become `delta`; functions with named arguments stay one segment.
GraphPath graph_path(const std::vector<std::string>& segments);

/// True for `v1.0` and `beta`, in any case.
bool is_graph_version(std::string_view segment);

/// The request target of a batch operation: `/v1.0/users?$top=5`. `url` may be relative to the
/// version (`/users`, `users`), versioned (`/beta/users`), prefixed (`/@tenant/v1.0/users`) or
/// absolute (`https://graph.microsoft.com/v1.0/users`); `version` is the batch's own, used where
/// the url names none. Blanks and other characters that may not stand in a target are encoded.
std::string operation_target(std::string_view url, std::string_view version);

}  // namespace graphfault::graph
