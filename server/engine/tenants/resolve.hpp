// SPDX-License-Identifier: MIT
// Whose a request is: from the bytes of a request to a tenant and a Call.
#pragma once

#include "engine/callers/token_cache.hpp"
#include "engine/calls/call.hpp"
#include "engine/tenants/registry.hpp"
#include "graph/errors/graph_error.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <variant>

namespace graphfault::engine {

struct Resolved {
  std::shared_ptr<Tenant> tenant{};
  Call call{};
};

/// A request that belongs to no tenant.
struct Stray {
  http::Request request{};
  /// What to answer: an error of Graph's, or the segment of an unknown sign-in tenant.
  struct SignIn {
    std::string tenant{};
    std::vector<std::string> segments{};  ///< after the tenant
  };
  std::variant<graph::GraphError, SignIn> why{};
  std::string hint{};
};

/// The tenant is named by the prefix `/@tenant`, else the header X-Graphfault-Tenant, else
/// (sign-in) the URL's tenant segment, else (Graph) the token, else it is the default one. Makes a
/// tenant at its first use. The prefix is taken off the call's target, and kept in its base.
tl::expected<Resolved, Stray> resolve(http::Request&& request, Instant received, Registry& registry,
                                      TokenCache& tokens);

}  // namespace graphfault::engine
