// SPDX-License-Identifier: MIT
#include "engine/sign_in/testing/sign_in_bench.hpp"

#include <gtest/gtest.h>

namespace graphfault::engine::testing {

SignInBench::SignInBench()
    : tenant_now(std::chrono::seconds(kNowSeconds)),
      stamp{.request_id = "trace",
            .client_request_id = "correlation",
            .wall = Instant(std::chrono::seconds(kWallSeconds))} {}

Emulated SignInBench::send(const SignInMessage& message) {
  Call call;
  call.request.method = message.method;
  call.request.headers = message.headers;
  call.request.body = message.body;
  const std::string target = "/" + tenant + "/" + message.path + message.query;
  call.target = *http::parse_target(target);
  call.surface = scenario::Surface::sign_in;
  call.segments.assign(call.target.segments.begin() + 1, call.target.segments.end());
  call.sign_in_tenant = tenant;
  call.base = base;
  call.tenant_now = tenant_now;
  return answer_sign_in(call, {.settings = settings,
                               .tenant_name = "throttled.t42",
                               .tenant_id = kTenantId,
                               .shown_id = std::string(kTenantId),
                               .random = random,
                               .state = state,
                               .stamp = stamp});
}

Emulated SignInBench::post(std::string_view path, std::string_view form) {
  return send({.path = std::string(path), .body = std::string(form)});
}

Json SignInBench::post_ok(std::string_view path, std::string_view form) {
  const Emulated answer = post(path, form);
  EXPECT_EQ(answer.status, 200) << form << "\n" << answer.body;
  const Result<Json> body = parse_json(answer.body);
  EXPECT_TRUE(body);
  return body ? *body : Json::object();
}

graph::Token SignInBench::token(const Json& body) {
  const auto text = body.find("access_token");
  const auto read = graph::read_token(text == body.end() ? std::string() : text->get<std::string>(),
                                      graph::token_key());
  EXPECT_TRUE(read);
  return read ? *read : graph::Token{};
}

void expect_refused(SignInBench& bench, const Refusal& row) {
  const Emulated answer = bench.post("oauth2/v2.0/token", row.form);
  EXPECT_EQ(answer.status, row.status) << row.form;
  const auto body = parse_json(answer.body);
  ASSERT_TRUE(body) << answer.body;
  EXPECT_EQ((*body)["error_codes"], Json::array({row.number})) << row.form << answer.body;
  EXPECT_EQ((*body)["error"], row.error) << row.form;
}

int bad_request(const Emulated& answer) {
  const Result<Json> body = parse_json(answer.body);
  if (answer.status != 400 || !body || !body->contains("error_codes")) {
    return 0;
  }
  return (*body)["error_codes"].front().get<int>();
}

}  // namespace graphfault::engine::testing
