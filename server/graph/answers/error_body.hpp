// SPDX-License-Identifier: MIT
// A GraphError as bytes. Hot path: appends to a string and builds no Json.
#pragma once

#include "graph/answers/answer_stamp.hpp"
#include "graph/errors/graph_error.hpp"

#include <string>

namespace graphfault::graph {

/// Appends the body of the error: for BodyFormat::json compact, in the captured order
/// `error{code, message, innerError{code?, innerError?..., date, request-id, client-request-id},
/// details?}`; the date and ids stand in the outermost innerError. For html the page; for empty
/// nothing.
void append_error_body(std::string& out, const GraphError& error, const AnswerStamp& stamp);
std::string error_body(const GraphError& error, const AnswerStamp& stamp);

/// The Content-Type that goes with it; empty where there is no body.
std::string_view error_content_type(const GraphError& error);

}  // namespace graphfault::graph
