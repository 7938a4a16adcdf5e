// SPDX-License-Identifier: MIT
#include "engine/sign_in/grants.hpp"

#include "engine/sign_in/client.hpp"
#include "engine/sign_in/device_code.hpp"
#include "engine/sign_in/issue.hpp"
#include "engine/sign_in/scope.hpp"
#include "graph/tokens/token.hpp"

#include <array>

namespace graphfault::engine {
namespace {

constexpr std::string_view kDeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
constexpr std::string_view kOnBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

struct Grant {
  std::string_view name{};
  SignInResult<Emulated> (*answer)(const SignInRequest&) = nullptr;
};
constexpr std::array kGrants{
    Grant{"client_credentials", grant_client_credentials},
    Grant{"refresh_token", grant_refresh_token},
    Grant{"password", grant_password},
    Grant{kDeviceCode, grant_device_code},
    Grant{"device_code", grant_device_code},
    Grant{kOnBehalfOf, grant_on_behalf_of},
};

/// What a refresh asks for: its own scope, else the one its token was given for.
SignInResult<Scope> refreshed_scope(const SignInRequest& request, const SignInGrant& grant) {
  if (request.value("scope").empty() && request.value("resource").empty()) {
    return read_scope_words(grant.scope, request.call.base);
  }
  return read_user_scope(request);
}

/// The user of an assertion, or the refusal.
SignInResult<std::string> asserted_user(const SignInRequest& request) {
  const auto token = graph::read_token(request.value("assertion"), graph::token_key());
  if (!token || token->user.empty() || token->tenant != request.context.tenant_name) {
    return refuse(50013);
  }
  if (token->expires <= request.call.tenant_now) {
    return refuse(500133);
  }
  return token->user;
}

}  // namespace

SignInResult<Emulated> grant_client_credentials(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::demanded);
  if (!client) {
    return passed_on(client);
  }
  const auto scope = read_app_scope(request);
  if (!scope) {
    return passed_on(scope);
  }
  return issue_to_app(request, *client, *scope);
}

SignInResult<Emulated> grant_refresh_token(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::optional);
  if (!client) {
    return passed_on(client);
  }
  const auto named = request.demand({"refresh_token"});
  if (!named) {
    return passed_on(named);
  }
  const SignInGrant* found =
      request.context.state.refresh_tokens.find(request.value("refresh_token"));
  if (found == nullptr || found->app != client->id) {
    return refuse(70000);
  }
  if (found->expires <= request.call.tenant_now) {
    return refuse(700082);
  }
  const SignInGrant grant = *found;
  auto scope = refreshed_scope(request, grant);
  if (!scope) {
    return passed_on(scope);
  }
  scope->offline = true;
  return issue_to_user(request, *client, *scope, grant.user);
}

SignInResult<Emulated> grant_password(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::optional);
  if (!client) {
    return passed_on(client);
  }
  const auto named = request.demand({"username", "password"});
  if (!named) {
    return passed_on(named);
  }
  const auto scope = read_user_scope(request);
  if (!scope) {
    return passed_on(scope);
  }
  return issue_to_user(request, *client, *scope, std::string(request.value("username")));
}

SignInResult<Emulated> grant_on_behalf_of(const SignInRequest& request) {
  const auto client = authenticate(request, Credential::demanded);
  if (!client) {
    return passed_on(client);
  }
  const auto named = request.demand({"assertion", "requested_token_use"});
  if (!named) {
    return passed_on(named);
  }
  const auto user = asserted_user(request);
  if (!user) {
    return passed_on(user);
  }
  const auto scope = read_user_scope(request);
  if (!scope) {
    return passed_on(scope);
  }
  return issue_to_user(request, *client, *scope, *user);
}

SignInResult<Emulated> answer_token_request(const SignInRequest& request) {
  const auto named = request.demand({"grant_type"});
  if (!named) {
    return passed_on(named);
  }
  const std::string_view wanted = request.value("grant_type");
  for (const Grant& grant : kGrants) {
    if (grant.name == wanted) {
      return grant.answer(request);
    }
  }
  return refuse(70003, {{"grant", std::string(wanted)}});
}

}  // namespace graphfault::engine
