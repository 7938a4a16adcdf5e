// SPDX-License-Identifier: MIT
#include "engine/sign_in/issue.hpp"

#include "base/base64.hpp"
#include "base/letter_case.hpp"
#include "base/time_text.hpp"
#include "engine/callers/token_cache.hpp"
#include "graph/tokens/claims_challenge.hpp"
#include "graph/tokens/id_token.hpp"
#include "graph/tokens/token.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace graphfault::engine {
namespace {

using std::chrono::seconds;

constexpr auto kRefreshLifetime = std::chrono::hours(24 * 90);

std::string random_text(Random& random, std::size_t words) {
  std::string bytes;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t word = random.next();
    for (unsigned shift = 0; shift < 64; shift += 8) {
      bytes += static_cast<char>((word >> shift) & 0xFFU);
    }
  }
  return base64url(bytes);
}

std::string guid_for(std::string_view kind, const SignInRequest& request, std::string_view name) {
  std::string text(kind);
  text.append(":").append(request.context.tenant_id).append(":").append(lower(name));
  return guid_of(text);
}

/// What every token of a request has in common.
SignInResult<graph::Token> begin_token(const SignInRequest& request, const Client& client,
                                       const Scope& scope) {
  const SignInContext& context = request.context;
  graph::Token token;
  if (const std::string_view claims = request.value("claims"); !claims.empty()) {
    Result<graph::AskedClaims> asked = graph::read_claims_parameter(claims);
    if (!asked) {
      return refuse(9002313);
    }
    token.claims = std::move(asked->claims);
    token.capable = asked->capable;
  }
  token.tenant = context.tenant_name;
  token.tenant_id = context.shown_id;
  token.audience = scope.audience;
  token.issuer = "https://sts.windows.net/" + token.tenant_id + "/";
  token.app = client.id;
  token.app_name = "graphfault client";
  token.app_proof = client.proof;
  token.issued = std::chrono::floor<seconds>(request.call.tenant_now);
  token.expires = std::chrono::ceil<seconds>(token.issued + context.settings.tokens.lifetime);
  token.id = random_text(context.random, 2);
  token.all_roles = client.unlimited();
  return token;
}

std::int64_t lifetime_seconds(const SignInRequest& request) {
  const auto whole = std::chrono::floor<seconds>(request.context.settings.tokens.lifetime);
  return std::max<std::int64_t>(whole.count() - 1, 0);
}

void add_lifetime(Json& body, const SignInRequest& request, const graph::Token& token) {
  body["token_type"] = "Bearer";
  const std::int64_t lasts = lifetime_seconds(request);
  if (!request.v1) {
    body["expires_in"] = lasts;
    body["ext_expires_in"] = lasts;
    return;
  }
  body["expires_in"] = std::to_string(lasts);
  body["ext_expires_in"] = std::to_string(lasts);
  body["expires_on"] = std::to_string(unix_seconds(token.expires));
  body["not_before"] = std::to_string(unix_seconds(token.issued));
  body["resource"] = token.audience;
}

/// The first scope the app was not granted, or nothing. Every app has User.Read.
std::string missing_scope(const Client& client, const Scope& scope) {
  if (client.unlimited()) {
    return {};
  }
  const std::vector<std::string>& held = client.app->roles;
  for (const std::string& name : scope.names) {
    const bool has =
        name == "User.Read" || std::any_of(held.begin(), held.end(), [&](const std::string& role) {
          return equal_ignoring_case(role, name);
        });
    if (!has) {
      return name;
    }
  }
  return {};
}

std::vector<std::string> granted_scopes(const Client& client, const Scope& scope) {
  std::vector<std::string> granted = scope.names;
  if (scope.everything) {
    const std::vector<std::string>& all = client.unlimited() ? shown_roles() : client.app->roles;
    granted.insert(granted.end(), all.begin(), all.end());
  }
  if (scope.openid) {
    granted.insert(granted.end(), {"openid", "profile", "email"});
  }
  return granted;
}

std::string id_token(const SignInRequest& request, const graph::Token& access) {
  const std::string v2_issuer = request.call.base + "/" + access.tenant_id + "/v2.0";
  return graph::write_id_token(access,
                               {.issuer = request.v1 ? access.issuer : v2_issuer,
                                .nonce = std::string(request.value("nonce")),
                                .v1 = request.v1},
                               graph::token_key());
}

std::string client_info(const graph::Token& token) {
  Json info = Json::object();
  info["uid"] = token.object_id;
  info["utid"] = token.tenant_id;
  return base64url(json_text(info));
}

std::string new_refresh_token(const SignInRequest& request, const graph::Token& token,
                              const Scope& scope) {
  std::string text = "1." + random_text(request.context.random, 24);
  request.context.state.refresh_tokens.add(text,
                                           {.app = token.app,
                                            .user = token.user,
                                            .scope = fmt::format("{}", fmt::join(scope.asked, " ")),
                                            .expires = request.call.tenant_now + kRefreshLifetime});
  return text;
}

/// The answer that brings the body's access token.
Emulated issued(const Json& body, const SignInRequest& request) {
  Emulated answer = answer_json(body, graph::SignInAnswer::token, request.context.stamp);
  answer.issued_token = token_fingerprint(body["access_token"].get_ref<const std::string&>());
  return answer;
}

}  // namespace

const std::vector<std::string>& shown_roles() {
  static const std::vector<std::string> roles{
      "User.Read.All",       "User.ReadWrite.All", "Directory.Read.All",  "AuditLog.Read.All",
      "Group.ReadWrite.All", "Mail.ReadWrite",     "Application.Read.All"};
  return roles;
}

SignInResult<Emulated> issue_to_app(const SignInRequest& request, const Client& client,
                                    const Scope& scope) {
  SignInResult<graph::Token> token = begin_token(request, client, scope);
  if (!token) {
    return passed_on(token);
  }
  token->object_id = guid_for("service-principal", request, client.id);
  token->roles = client.unlimited() ? shown_roles() : client.app->roles;
  Json body = Json::object();
  add_lifetime(body, request, *token);
  body["access_token"] = graph::write_token(*token, graph::token_key());
  return issued(body, request);
}

SignInResult<Emulated> issue_to_user(const SignInRequest& request, const Client& client,
                                     const Scope& scope, const std::string& user) {
  SignInResult<graph::Token> token = begin_token(request, client, scope);
  if (!token) {
    return passed_on(token);
  }
  if (!missing_scope(client, scope).empty()) {
    return refuse(65001);
  }
  token->user = user;
  token->object_id = guid_for("user", request, user);
  token->scopes = granted_scopes(client, scope);
  token->all_roles = client.unlimited() && scope.everything;
  Json body = Json::object();
  add_lifetime(body, request, *token);
  body["scope"] = fmt::format("{}", fmt::join(scope.asked, " "));
  body["access_token"] = graph::write_token(*token, graph::token_key());
  if (scope.offline) {
    body["refresh_token"] = new_refresh_token(request, *token, scope);
  }
  if (scope.openid) {
    body["id_token"] = id_token(request, *token);
  }
  if (request.value("client_info") == "1") {
    body["client_info"] = client_info(*token);
  }
  return issued(body, request);
}

}  // namespace graphfault::engine
