// SPDX-License-Identifier: MIT
#include "graph/errors/natural_error.hpp"

#include "graph/errors/error_catalogue.hpp"

#include <utility>

namespace graphfault::graph {

GraphError bad_request(std::string_view code, std::string message) {
  GraphError error;
  error.status = 400;
  error.code = code;
  error.message = std::move(message);
  return error;
}

GraphError unknown_segment(std::string_view segment) {
  GraphError error = fill(make_error("segment-not-found"), "segment", segment);
  error.unknown = Unknown::path;
  return error;
}

GraphError unknown_resource(std::string_view id) {
  return fill(make_error("resource-not-found"), "id", id);
}

std::string unknown_property_text(std::string_view property, std::string_view type) {
  std::string text = "Could not find a property named '";
  text.append(property).append("' on type '").append(type).append("'.");
  return text;
}

GraphError unknown_property(std::string_view property, std::string_view type) {
  return bad_request("BadRequest", unknown_property_text(property, type));
}

GraphError invalid_filter(std::string found) {
  GraphError error = make_error("invalid-filter-clause");
  error.details = {{.code = "BadRequest", .message = std::move(found), .target = "$filter"}};
  return error;
}

GraphError unsupported_filter(std::string_view property, std::string_view resource) {
  return fill(fill(make_error("unsupported-query"), "property", property), "resource", resource);
}

GraphError advanced_only(std::string_view operation) {
  return fill(make_error("operator-needs-advanced-query"), "operator", operation);
}

GraphError invalid_skip_token() { return bad_request("Request_BadRequest", "Invalid Skip Token"); }

GraphError expired_page_token() { return make_error("page-token-expired"); }

GraphError stale_delta(std::string location) {
  GraphError error = make_error("resync-required");
  error.headers.set("Location", std::move(location));
  return error;
}

GraphError method_not_allowed(std::string_view allow) {
  GraphError error = make_error("method-not-allowed");
  error.headers.set("Allow", std::string(allow));
  return error;
}

GraphError not_supported_target() { return make_error("not-implemented"); }

}  // namespace graphfault::graph
