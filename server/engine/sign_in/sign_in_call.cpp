// SPDX-License-Identifier: MIT
#include "engine/sign_in/sign_in_call.hpp"

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

SignInRequest read_request(const Call& call, const SignInContext& context) {
  return {.call = call,
          .context = context,
          .form = is_form(call.request) ? http::parse_fields(call.request.body) : http::Fields{},
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
          .body = graph::sign_in_error_body(known, values)};
}

Emulated answer_json(const Json& body, graph::SignInAnswer kind, const graph::AnswerStamp& stamp) {
  return {.status = 200, .headers = graph::sign_in_headers(kind, stamp), .body = json_text(body)};
}

}  // namespace graphfault::engine
