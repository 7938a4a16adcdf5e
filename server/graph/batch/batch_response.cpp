// SPDX-License-Identifier: MIT
#include "graph/batch/batch_response.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "base/letter_case.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "http/status.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace graphfault::graph {
namespace {

constexpr std::array<std::string_view, 10> kOuterHeaders = {"request-id",
                                                            "client-request-id",
                                                            "x-ms-ags-diagnostic",
                                                            "Date",
                                                            "Strict-Transport-Security",
                                                            "Content-Length",
                                                            "Transfer-Encoding",
                                                            "Connection",
                                                            "Content-Encoding",
                                                            "Vary"};

bool is_outer(std::string_view name) {
  return std::any_of(kOuterHeaders.begin(), kOuterHeaders.end(),
                     [&](std::string_view outer) { return equal_ignoring_case(outer, name); });
}

void append_headers(std::string& out, const http::Headers& headers) {
  std::vector<std::pair<std::string, std::string>> joined;
  for (const http::Header& header : headers) {
    if (is_outer(header.name)) {
      continue;
    }
    const auto at = std::find_if(joined.begin(), joined.end(), [&](const auto& line) {
      return equal_ignoring_case(line.first, header.name);
    });
    if (at == joined.end()) {
      joined.emplace_back(header.name, header.value);
    } else {
      at->second.append(", ").append(header.value);
    }
  }
  if (joined.empty()) {
    return;
  }
  out += ",\"headers\":";
  char before = '{';
  for (const auto& [name, value] : joined) {
    out += before;
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
    before = ',';
  }
  out += '}';
}

bool is_json(const OperationResult& result) {
  const auto type = result.headers.find("Content-Type");
  return type && lower(*type).find("json") != std::string::npos;
}

void append_body(std::string& out, const OperationResult& result) {
  if (result.body.empty()) {
    return;
  }
  out += ",\"body\":";
  if (is_json(result) && Json::accept(result.body)) {
    out += result.body;
  } else {
    append_json_string(out, base64(result.body));
  }
}

ErrorDetail detail_of(const OperationResult& result) {
  ErrorDetail detail{.code = std::to_string(result.status),
                     .message = std::string(http::reason_phrase(result.status)),
                     .target = result.id};
  const auto body = parse_json(result.body);
  if (!body || !body->is_object() || !body->contains("error") || !(*body)["error"].is_object()) {
    return detail;
  }
  const Json& error = (*body)["error"];
  if (error.contains("code") && error["code"].is_string()) {
    detail.code = error["code"].get<std::string>();
  }
  if (error.contains("message") && error["message"].is_string()) {
    detail.message = error["message"].get<std::string>();
  }
  return detail;
}

}  // namespace

std::string batch_response_body(const std::vector<OperationResult>& results) {
  std::string out = R"({"responses":[)";
  for (const OperationResult& result : results) {
    out += out.back() == '[' ? "{\"id\":" : ",{\"id\":";
    append_json_string(out, result.id);
    out += ",\"status\":" + std::to_string(result.status);
    append_headers(out, result.headers);
    append_body(out, result);
    out += '}';
  }
  return out + "]}";
}

GraphError failed_dependency() { return make_error("failed-dependency"); }

bool has_failed(const OperationResult& result) { return result.status >= 400; }

GraphError with_failed_operations(GraphError error, const std::vector<OperationResult>& results) {
  for (const OperationResult& result : results) {
    if (has_failed(result)) {
      error.details.push_back(detail_of(result));
    }
  }
  return error;
}

}  // namespace graphfault::graph
