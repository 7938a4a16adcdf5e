// SPDX-License-Identifier: MIT
// What a batch answers: from the results of its operations to one body.
#pragma once

#include "graph/errors/graph_error.hpp"
#include "http/headers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct OperationResult {
  std::string id{};
  int status = 200;
  http::Headers headers{};
  std::string body{};  ///< as a single request would have answered it; may be empty
};

/// `{"responses":[...]}` in the order given. A JSON body (by its Content-Type, and readable) goes
/// in as it is, any other as a base64 string, an empty one is left out. Headers of the outer
/// answer (request-id, client-request-id, x-ms-ags-diagnostic, Date,
/// Strict-Transport-Security, Content-Length, Transfer-Encoding, Connection) are left out of the
/// operations; repeated ones are joined with a comma.
std::string batch_response_body(const std::vector<OperationResult>& results);

/// 424, for an operation whose dependency failed. The sub-body is not documented (inferred from
/// public mocks).
GraphError failed_dependency();

/// True for what a dependant may not build on, and `details[]` names: every status from 400 on.
bool has_failed(const OperationResult& result);

/// The one error that answers a batch in which something failed: `error` gives the status, code
/// and message; one detail is added for each failed operation, with its own code and message
/// (read from its body; the status where there is none) and its id as target.
GraphError with_failed_operations(GraphError error, const std::vector<OperationResult>& results);

}  // namespace graphfault::graph
