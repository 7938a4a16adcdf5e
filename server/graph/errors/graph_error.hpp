// SPDX-License-Identifier: MIT
// An error as Graph says it: the value that rules and emulation make, before it is a body.
#pragma once

#include "graph/errors/unknown.hpp"
#include "http/headers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// One entry of `details[]`.
struct ErrorDetail {
  std::string code{};
  std::string message{};
  std::string target{};  ///< left out of the body where empty

  bool operator==(const ErrorDetail&) const = default;
};

/// How the nested member is spelled: `innerError` on the wire today, `innererror` in the docs'
/// schema.
enum class InnerSpelling { inner_error, innererror };

enum class BodyFormat {
  json,   ///< the error object
  html,   ///< an http.sys or gateway page, kept in `page`
  empty,  ///< no body at all
};

struct GraphError {
  int status = 500;
  std::string code{};
  std::string message{};
  std::vector<std::string> inner{};  ///< innerError codes, outermost first
  std::vector<ErrorDetail> details{};
  InnerSpelling spelling = InnerSpelling::inner_error;
  BodyFormat format = BodyFormat::json;
  std::string page{};       ///< the HTML, for BodyFormat::html
  http::Headers headers{};  ///< beyond those of every answer: WWW-Authenticate, Allow, Location,
                            ///< Content-Range ...
  Unknown unknown = Unknown::nothing;  ///< where emulation says it: what it does not know

  bool operator==(const GraphError&) const = default;
};

}  // namespace graphfault::graph
