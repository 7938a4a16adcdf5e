// SPDX-License-Identifier: MIT
#include "engine/sign_in/device_code.hpp"

#include "base/base64.hpp"
#include "engine/sign_in/client.hpp"
#include "engine/sign_in/issue.hpp"
#include "engine/sign_in/scope.hpp"

#include <utility>

namespace graphfault::engine {
namespace {

constexpr auto kCodeLifetime = std::chrono::minutes(15);
constexpr int kPollSeconds = 5;

/// `C7HQ2ZKXB`: nine characters that can't be mistaken for one another.
std::string user_code(Random& random) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  constexpr std::size_t kLength = 9;
  std::string code;
  for (std::size_t i = 0; i < kLength; ++i) {
    code += kLetters[random.next() % kLetters.size()];
  }
  return code;
}

/// What v2 calls device_code and v1 code.
std::string_view sent_code(const SignInRequest& request) {
  const std::string_view code = request.value("device_code");
  return code.empty() ? request.value("code") : code;
}

}  // namespace

SignInResult<Emulated> begin_device_code(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::optional);
  if (!client) {
    return passed_on(client);
  }
  const auto scope = read_user_scope(request);
  if (!scope) {
    return passed_on(scope);
  }
  const SignInContext& context = request.context;
  std::string words = request.v1 ? scope->audience + "/.default openid offline_access"
                                 : std::string(request.value("scope"));
  const std::string device_code = context.random.guid() + context.random.guid();
  const std::string code = user_code(context.random);
  const std::string page = request.call.base + "/common/oauth2/deviceauth";
  context.state.device_codes.add(device_code, {.app = client->id,
                                               .user = std::string(context.default_user),
                                               .scope = std::move(words),
                                               .expires = request.call.tenant_now + kCodeLifetime});
  Json body = Json::object();
  body["user_code"] = code;
  body["device_code"] = device_code;
  body[request.v1 ? "verification_url" : "verification_uri"] = page;
  body["expires_in"] = std::chrono::seconds(kCodeLifetime).count();
  body["interval"] = kPollSeconds;
  body["message"] = "To sign in, use a web browser to open the page " + page +
                    " and enter the code " + code + " to authenticate.";
  return answer_json(body, graph::SignInAnswer::token, context.stamp);
}

SignInResult<Emulated> grant_device_code(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::optional);
  if (!client) {
    return passed_on(client);
  }
  const std::string_view code = sent_code(request);
  if (code.empty()) {
    return refuse(900144, {{"parameter", request.v1 ? "code" : "device_code"}});
  }
  SignInGrants& codes = request.context.state.device_codes;
  SignInGrant* found = codes.find(code);
  if (found == nullptr || found->app != client->id) {
    return refuse(70000);
  }
  if (found->expires <= request.call.tenant_now) {
    return refuse(70020);
  }
  if (found->polls++ == 0) {
    return refuse(70016);
  }
  const SignInGrant grant = *found;
  codes.remove(code);
  const auto scope = read_scope_words(grant.scope, request.call.base);
  if (!scope) {
    return passed_on(scope);
  }
  return issue_to_user(request, *client, *scope, grant.user);
}

}  // namespace graphfault::engine
