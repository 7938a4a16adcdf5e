// SPDX-License-Identifier: MIT
#include "engine/answers/sign_in_step.hpp"

#include "engine/sign_in/sign_in_call.hpp"
#include "graph/sign_in/aadsts.hpp"
#include "http/target.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::engine {
namespace {

bool is_discovery(const Call& call) {
  const auto& segments = call.segments;
  return std::find(segments.begin(), segments.end(), ".well-known") != segments.end() ||
         std::find(segments.begin(), segments.end(), "discovery") != segments.end();
}

std::string field(const http::Fields& form, std::string_view name) {
  return std::string(http::find_field(form, name).value_or(std::string_view{}));
}

}  // namespace

AuthoredReply sign_in_step(const scenario::ErrorStep& error, const scenario::Step& step,
                           const Call& call, const CallContext& context) {
  const graph::SignInError& entry =
      graph::sign_in_error_for(error.catalogue_id, error.error.status);
  const http::Fields form = read_form(call.request);
  const graph::SignInErrorValues values{.stamp = context.stamp,
                                        .app = field(form, "client_id"),
                                        .tenant = call.sign_in_tenant,
                                        .blanks = {{"scope", field(form, "scope")},
                                                   {"user", field(form, "username")},
                                                   {"grant", field(form, "grant_type")},
                                                   {"resource", field(form, "resource")},
                                                   {"method", call.request.method}},
                                        .error = error.error.code,
                                        .message = error.error.message,
                                        .claims = step.claims,
                                        .base = call.base};
  AuthoredReply reply;
  reply.whole = true;
  reply.response.status = error.error.status;
  reply.response.headers = graph::sign_in_headers(
      is_discovery(call) ? graph::SignInAnswer::discovery : graph::SignInAnswer::token,
      context.stamp);
  reply.response.body = graph::sign_in_error_body(entry, values);
  reply.code = graph::sign_in_error_code(entry, values);
  return reply;
}

}  // namespace graphfault::engine
