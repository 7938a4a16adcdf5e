// SPDX-License-Identifier: MIT
#include "graph/answers/answer_headers.hpp"

#include "base/time_text.hpp"
#include "graph/answers/error_body.hpp"

#include <string>
#include <utility>

namespace graphfault::graph {
namespace {

constexpr std::string_view kStrictTransport = "max-age=31536000";
constexpr std::string_view kDiagnostic =
    R"({"ServerInfo":{"DataCenter":"West Central US","Slice":"E","Ring":"1","ScaleUnit":"000",)"
    R"("RoleInstance":"CY4PEPF00005255"}})";
constexpr int kTooManyRequests = 429;
constexpr std::size_t kStandardLines = 8;

/// Adds a standard line unless the answer's own headers have that name.
void add_unless(http::Headers& out, const http::Headers& own, std::string_view name,
                std::string_view value) {
  if (own.empty() || !own.contains(name)) {
    out.add(std::string(name), std::string(value));
  }
}

void add_ids(http::Headers& out, const http::Headers& own, const AnswerStamp& stamp) {
  add_unless(out, own, "request-id", stamp.request_id);
  add_unless(out, own, "client-request-id", stamp.client_request_id);
  add_unless(out, own, "x-ms-ags-diagnostic", kDiagnostic);
}

void add_date(http::Headers& out, const http::Headers& own, const AnswerStamp& stamp) {
  if (own.empty() || !own.contains("Date")) {
    out.add("Date", http_date(stamp.wall));
  }
}

}  // namespace

std::string_view success_content_type() {
  return "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
         "charset=utf-8";
}

http::Headers error_headers(const GraphError& error, const AnswerStamp& stamp) {
  const http::Headers& own = error.headers;
  http::Headers out;
  out.reserve(kStandardLines + own.size());
  const std::string_view type = error_content_type(error);
  if (!type.empty()) {
    add_unless(out, own, "Content-Type", type);
  }
  add_unless(out, own, "Vary", "Accept-Encoding");
  add_unless(out, own, "Strict-Transport-Security", kStrictTransport);
  if (error.status == kTooManyRequests) {
    add_unless(out, own, "Cache-Control", "private");
  }
  add_ids(out, own, stamp);
  for (const http::Header& line : own) {
    out.add(line.name, line.value);
  }
  add_date(out, own, stamp);
  return out;
}

http::Headers success_headers(http::Headers own, const AnswerStamp& stamp) {
  http::Headers out = std::move(own);
  // Its own lines are all there by now, so that each standard one is only added where it is new.
  const http::Headers& lines = out;
  add_unless(out, lines, "Cache-Control", "no-cache");
  add_unless(out, lines, "Vary", "Accept-Encoding");
  add_unless(out, lines, "Strict-Transport-Security", kStrictTransport);
  add_ids(out, lines, stamp);
  add_date(out, lines, stamp);
  return out;
}

http::Headers reply_headers(http::Headers own, const AnswerStamp& stamp) {
  http::Headers out = std::move(own);
  const http::Headers& lines = out;
  add_unless(out, lines, "Strict-Transport-Security", kStrictTransport);
  add_ids(out, lines, stamp);
  add_date(out, lines, stamp);
  return out;
}

http::Headers batch_error_headers(const GraphError& error) {
  http::Headers out;
  out.reserve(1 + error.headers.size());
  const std::string_view type = error_content_type(error);
  if (!type.empty()) {
    add_unless(out, error.headers, "Content-Type", type);
  }
  for (const http::Header& line : error.headers) {
    out.add(line.name, line.value);
  }
  return out;
}

void add_cors_headers(http::Headers& headers) {
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers",
              "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, "
              "ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, "
              "Retry-After");
}

http::Headers preflight_headers(const http::Headers& request) {
  http::Headers out;
  const auto method = request.find("Access-Control-Request-Method");
  const auto asked = request.find("Access-Control-Request-Headers");
  out.add("Access-Control-Allow-Methods", std::string(method.value_or("GET")));
  if (asked) {
    out.add("Access-Control-Allow-Headers", std::string(*asked));
  }
  out.add("Access-Control-Max-Age", "3600");
  return out;
}

}  // namespace graphfault::graph
