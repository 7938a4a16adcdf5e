// SPDX-License-Identifier: MIT
// A $batch payload, read and validated with Graph's own messages (wire contract, section 5).
#pragma once

#include "graph/errors/graph_error.hpp"
#include "http/headers.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

inline constexpr std::size_t kMaxBatchOperations = 20;

struct BatchOperation {
  std::string id{};
  std::string method{};  ///< upper case
  std::string url{};     ///< as sent; operation_target() reads it
  http::Headers headers{};
  std::string body{};                       ///< a JSON body as compact text; a base64 body decoded
  std::vector<std::string> depends_on{};    ///< ids as the earlier operations spell them
  std::vector<std::size_t> dependencies{};  ///< their indexes, all smaller than this one's
  bool misspelt_depends_on = false;         ///< came as `depends_on` (msgraph-sdk-python-core)

  bool operator==(const BatchOperation&) const = default;
};

struct Batch {
  /// In the order of the payload, which is an order that respects every dependency.
  std::vector<BatchOperation> operations{};

  bool operator==(const Batch&) const = default;
};

/// Checks in this order: readable JSON with a non-empty `requests` array of whole operations, at
/// most 20, unique ids (case ignored), bodies with a Content-Type, dependencies known and earlier,
/// one of the accepted dependency patterns, no batch inside. `dependsOn` may be all parallel, one
/// chain, or all on the same operation.
tl::expected<Batch, GraphError> parse_batch(std::string_view payload);

}  // namespace graphfault::graph
