// SPDX-License-Identifier: MIT
#include "call/service_error.hpp"

#include "call/claims_challenge.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphclient {
namespace {

constexpr int kDeepest = 32;

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

const Json* inner_of(const Json& error) {
  const Json* inner = member(error, "innerError");
  return inner != nullptr ? inner : member(error, "innererror");
}

void fill(std::string& field, std::string value) {
  if (field.empty()) {
    field = std::move(value);
  }
}

void read_inner(const Json& error, ServiceError& out) {
  const Json* inner = inner_of(error);
  for (int depth = 0; inner != nullptr && depth < kDeepest; ++depth) {
    if (std::string code = text_of(*inner, "code"); !code.empty()) {
      out.inner_codes.push_back(std::move(code));
    }
    fill(out.request_id, text_of(*inner, "request-id"));
    fill(out.client_request_id, text_of(*inner, "client-request-id"));
    fill(out.date, text_of(*inner, "date"));
    inner = inner_of(*inner);
  }
}

void read_graph(const Json& error, ServiceError& out) {
  out.code = text_of(error, "code");
  out.message = text_of(error, "message");
  read_inner(error, out);
  const Json* details = member(error, "details");
  if (details == nullptr || !details->is_array()) {
    return;
  }
  for (const Json& item : *details) {
    out.details.push_back({.code = text_of(item, "code"),
                           .message = text_of(item, "message"),
                           .target = text_of(item, "target")});
  }
}

/// The token endpoint's shape: {"error": "...", "error_description": "AADSTS...", ...}.
void read_oauth(const Json& body, ServiceError& out) {
  out.code = text_of(body, "error");
  out.message = text_of(body, "error_description");
  out.request_id = text_of(body, "trace_id");
  out.client_request_id = text_of(body, "correlation_id");
  out.date = text_of(body, "timestamp");
  out.claims = text_of(body, "claims");
  const Json* numbers = member(body, "error_codes");
  if (numbers != nullptr && numbers->is_array() && !numbers->empty() &&
      numbers->front().is_number_integer()) {
    out.inner_codes.push_back(fmt::format("AADSTS{}", numbers->front().get<long>()));
  }
}

void read_body(const Json& body, ServiceError& out) {
  const Json* error = member(body, "error");
  if (error == nullptr) {
    return;
  }
  if (error->is_object()) {
    read_graph(*error, out);
  } else if (error->is_string()) {
    read_oauth(body, out);
  }
}

void read_headers(const Headers& headers, ServiceError& out) {
  const Challenge challenge = bearer_challenge(headers);
  out.challenge = challenge.error;
  fill(out.claims, challenge.claims);
  fill(out.request_id, header_or_empty(headers, "request-id"));
  fill(out.request_id, header_or_empty(headers, "x-ms-request-id"));
  fill(out.client_request_id, header_or_empty(headers, "client-request-id"));
  fill(out.date, header_or_empty(headers, "Date"));
  out.location = header_or_empty(headers, "Location");
}

std::string describe_unread(const Reply& reply) {
  if (reply.body.empty()) {
    return "(the answer has no body)";
  }
  const std::string type = header_or_empty(reply.headers, "Content-Type");
  if (type.find("html") != std::string::npos || reply.body.starts_with('<')) {
    return "(an HTML page: answered by a gateway, not by the service)";
  }
  return "(the body is not a JSON error)";
}

}  // namespace

ServiceError read_error(int status, const Headers& headers, const Json& body) {
  ServiceError out{.status = status};
  read_body(body, out);
  read_headers(headers, out);
  return out;
}

ServiceError read_error(const Reply& reply) {
  const Json body = parse_json(reply.body).value_or(Json());
  ServiceError out = read_error(reply.status, reply.headers, body);
  if (out.code.empty() && out.message.empty() && member(body, "error") == nullptr) {
    out.message = describe_unread(reply);
  }
  return out;
}

std::string specific_code(const ServiceError& error) {
  const auto& codes = error.inner_codes;
  const auto name = std::find_if_not(codes.rbegin(), codes.rend(), is_number);
  return name == codes.rend() ? error.code : *name;
}

bool has_code(const ServiceError& error, std::string_view code) {
  return error.code == code || std::find(error.inner_codes.begin(), error.inner_codes.end(),
                                         code) != error.inner_codes.end();
}

}  // namespace graphclient
