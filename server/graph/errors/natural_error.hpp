// SPDX-License-Identifier: MIT
// The errors that emulation gives of its own accord, each a value with the contract's text.
#pragma once

#include "graph/errors/graph_error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// Any 400.
GraphError bad_request(std::string_view code, std::string message);
/// "Resource not found for the segment 'x'."
GraphError unknown_segment(std::string_view segment);
/// 404 Request_ResourceNotFound.
GraphError unknown_resource(std::string_view id);
/// "Could not find a property named 'x' on type 'microsoft.graph.user'."
GraphError unknown_property(std::string_view property, std::string_view type);
std::string unknown_property_text(std::string_view property, std::string_view type);
/// "Invalid filter clause", with what OData found as a detail.
GraphError invalid_filter(std::string found);
/// "Unsupported or invalid query filter clause specified for property 'x' of resource 'User'."
GraphError unsupported_filter(std::string_view property, std::string_view resource);
/// "Operator 'endsWith' is not supported because the required parameters might be missing. ..."
GraphError advanced_only(std::string_view operation);
/// 400 "Invalid Skip Token" (text captured, code inferred).
GraphError invalid_skip_token();
/// 400 Directory_ExpiredPageToken.
GraphError expired_page_token();
/// 410 with the address at which a full synchronisation starts.
GraphError stale_delta(std::string location);
/// 405 with Allow.
GraphError method_not_allowed(std::string_view allow);
/// 501 "This operation target is not yet supported."
GraphError not_supported_target();

}  // namespace graphfault::graph
