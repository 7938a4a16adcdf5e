// SPDX-License-Identifier: MIT
// One call as the engine sees it: a whole request, or one operation of a batch.
#pragma once

#include "base/clock.hpp"
#include "engine/callers/caller.hpp"
#include "graph/errors/graph_error.hpp"
#include "http/message.hpp"
#include "http/target.hpp"
#include "scenario/model.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace graphfault::engine {

/// Where an operation stands in its batch.
struct OperationPlace {
  std::string id{};
  int position = 0;  ///< from 1
  std::uint64_t batch_sequence = 0;
  std::vector<std::string> depends_on{};
};

struct Call {
  http::Request request{};
  http::Target target{};  ///< parsed; its path still has the version, but no tenant prefix
  scenario::Surface surface = scenario::Surface::graph;
  std::string version{};  ///< `v1.0` or `beta` for Graph paths; empty where the path has none
  std::vector<std::string>
      segments{};  ///< after the version (Graph) or the tenant (sign-in: `oauth2`, `v2.0`,
                   ///< `token`); canonical: `/users('id')` is two
  std::string sign_in_tenant{};  ///< the tenant segment of a sign-in URL, as written
  std::string
      base{};  ///< scheme, host and tenant prefix that the client used, without a trailing /
  Caller caller{};
  Instant received{};
  Instant tenant_now{};  ///< the tenant's clock at that moment
  std::optional<OperationPlace> operation{};
};

/// What emulation answers where all went well; the standard headers are added after it.
struct Emulated {
  int status = 200;
  http::Headers
      headers{};  ///< Content-Type, OData-Version, Location, ETag ... as the contract has them
  std::string body{};
  bool ranged = false;  ///< a Range request applies to it
  // Of sign-in, whose errors are answers too.
  std::string code{};          ///< its `error`
  std::string issued_token{};  ///< the fingerprint of the token it brings
  graph::Unknown unknown = graph::Unknown::nothing;
};

/// Errors are values here too: a natural 4xx.
using EmulatedOr = tl::expected<Emulated, graph::GraphError>;

}  // namespace graphfault::engine
