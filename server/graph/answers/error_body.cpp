// SPDX-License-Identifier: MIT
#include "graph/answers/error_body.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"

#include <cstddef>

namespace graphfault::graph {
namespace {

std::string_view spelled(InnerSpelling spelling) {
  return spelling == InnerSpelling::innererror ? "\"innererror\":{" : "\"innerError\":{";
}

/// The nested objects of the codes from `first` on, each holding the next; leaves a comma where it
/// wrote anything.
void append_nested(std::string& out, const GraphError& error, std::size_t first) {
  if (first >= error.inner.size()) {
    return;
  }
  for (std::size_t i = first; i < error.inner.size(); ++i) {
    out += spelled(error.spelling);
    out += "\"code\":";
    append_json_string(out, error.inner[i]);
    out += i + 1 < error.inner.size() ? "," : "";
  }
  out.append(error.inner.size() - first, '}');
  out += ',';
}

void append_inner(std::string& out, const GraphError& error, const AnswerStamp& stamp) {
  out += spelled(error.spelling);
  if (!error.inner.empty()) {
    out += "\"code\":";
    append_json_string(out, error.inner.front());
    out += ',';
    append_nested(out, error, 1);
  }
  out += R"("date":")";
  out += graph_date(stamp.wall);
  out += R"(","request-id":)";
  append_json_string(out, stamp.request_id);
  out += ",\"client-request-id\":";
  append_json_string(out, stamp.client_request_id);
  out += '}';
}

void append_details(std::string& out, const GraphError& error) {
  out += ",\"details\":[";
  bool first = true;
  for (const ErrorDetail& detail : error.details) {
    out += first ? "{" : ",{";
    first = false;
    if (!detail.target.empty()) {
      out += "\"target\":";
      append_json_string(out, detail.target);
      out += ',';
    }
    out += "\"code\":";
    append_json_string(out, detail.code);
    out += ",\"message\":";
    append_json_string(out, detail.message);
    out += '}';
  }
  out += ']';
}

void append_json(std::string& out, const GraphError& error, const AnswerStamp& stamp) {
  out += R"({"error":{"code":)";
  append_json_string(out, error.code);
  out += ",\"message\":";
  append_json_string(out, error.message);
  out += ',';
  append_inner(out, error, stamp);
  if (!error.details.empty()) {
    append_details(out, error);
  }
  out += "}}";
}

}  // namespace

void append_error_body(std::string& out, const GraphError& error, const AnswerStamp& stamp) {
  switch (error.format) {
    case BodyFormat::json:
      append_json(out, error, stamp);
      return;
    case BodyFormat::html:
      out += error.page;
      return;
    case BodyFormat::empty:
      return;
  }
}

std::string error_body(const GraphError& error, const AnswerStamp& stamp) {
  std::string out;
  out.reserve(256 + error.message.size());
  append_error_body(out, error, stamp);
  return out;
}

std::string_view error_content_type(const GraphError& error) {
  switch (error.format) {
    case BodyFormat::json:
      return "application/json";
    case BodyFormat::html:
      return "text/html; charset=us-ascii";
    case BodyFormat::empty:
      return {};
  }
  return {};
}

}  // namespace graphfault::graph
