// SPDX-License-Identifier: MIT
#include "engine/sign_in/sign_in_call.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "base/letter_case.hpp"

#include <utility>

namespace graphfault::engine {
namespace {

bool is_form(const http::Request& request) {
  constexpr std::string_view kForm = "application/x-www-form-urlencoded";
  const std::string_view type = request.headers.find("Content-Type").value_or(kForm);
  return equal_ignoring_case(type.substr(0, kForm.size()), kForm);
}

std::string form_decoded(std::string_view text) {
  const http::Fields fields = http::parse_fields("text=" + std::string(text));
  return std::string(http::find_field(fields, "text").value_or(std::string_view{}));
}

void add_where_missing(http::Fields& form, std::string name, std::string_view encoded) {
  if (!http::find_field(form, name)) {
    form.push_back({.name = std::move(name), .value = form_decoded(encoded)});
  }
}

/// client_secret_basic (RFC 6749, 2.3.1): the client's id and secret may come in the header.
void add_basic_credential(http::Fields& form, const http::Request& request) {
  constexpr std::string_view kScheme = "Basic ";
  const std::string_view header = request.headers.find("Authorization").value_or("");
  if (!equal_ignoring_case(header.substr(0, kScheme.size()), kScheme)) {
    return;
  }
  const auto pair = from_base64(header.substr(kScheme.size()));
  const std::size_t colon = pair ? pair->find(':') : std::string::npos;
  if (colon == std::string::npos) {
    return;
  }
  add_where_missing(form, "client_id", std::string_view(*pair).substr(0, colon));
  add_where_missing(form, "client_secret", std::string_view(*pair).substr(colon + 1));
}

bool is_v1(const std::vector<std::string>& segments) {
  return segments.size() == 2 && equal_ignoring_case(segments.front(), "oauth2");
}

}  // namespace

std::string_view SignInRequest::value(std::string_view name) const {
  return http::find_field(form, name).value_or(std::string_view{});
}

SignInResult<bool> SignInRequest::demand(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    if (value(name).empty()) {
      return refuse(900144, {{"parameter", std::string(name)}});
    }
  }
  return true;
}

http::Fields read_form(const http::Request& request) {
  http::Fields form = is_form(request) ? http::parse_fields(request.body) : http::Fields{};
  add_basic_credential(form, request);
  return form;
}

SignInRequest read_request(const Call& call, const SignInContext& context) {
  return {.call = call,
          .context = context,
          .form = read_form(call.request),
          .v1 = is_v1(call.segments)};
}

Emulated answer_fault(const SignInFault& fault, const SignInRequest& request) {
  const graph::SignInError* entry = graph::find_sign_in_error(fault.number);
  const graph::SignInError& known = entry == nullptr ? graph::sign_in_error_for({}, 400) : *entry;
  graph::SignInErrorValues values{.stamp = request.context.stamp,
                                  .app = std::string(request.value("client_id")),
                                  .tenant = request.call.sign_in_tenant,
                                  .blanks = fault.blanks,
                                  .error = fault.error};
  values.base = request.call.base;
  return {.status = known.status,
          .headers = graph::sign_in_headers(graph::SignInAnswer::token, request.context.stamp),
          .body = graph::sign_in_error_body(known, values),
          .code = graph::sign_in_error_code(known, values)};
}

Emulated answer_json(const Json& body, graph::SignInAnswer kind, const graph::AnswerStamp& stamp) {
  return {.status = 200, .headers = graph::sign_in_headers(kind, stamp), .body = json_text(body)};
}

}  // namespace graphfault::engine
