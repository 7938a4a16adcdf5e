// SPDX-License-Identifier: MIT
#include "engine/sign_in/discovery.hpp"

#include "base/base64.hpp"
#include "base/letter_case.hpp"
#include "engine/sign_in/sign_in_call.hpp"
#include "graph/paths/cloud_hosts.hpp"
#include "graph/tokens/token.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::engine {
namespace {

bool is_v2(const Call& call) {
  return !call.segments.empty() && equal_ignoring_case(call.segments.front(), "v2.0");
}

/// `host` in lower case.
bool is_entra(std::string_view host) {
  const auto known = graph::sign_in_hosts();
  return std::find(known.begin(), known.end(), host) != known.end();
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  return lower(rest.substr(0, rest.find('/')));
}

Json network(const std::string& preferred, const std::vector<std::string>& aliases) {
  Json entry = Json::object();
  entry["preferred_network"] = preferred;
  entry["preferred_cache"] = preferred;
  entry["aliases"] = aliases;
  return entry;
}

Json networks(const std::string& host) {
  Json all = Json::array();
  if (!is_entra(host)) {
    all.push_back(network(host, {host}));
  }
  Json entra = network(
      "login.microsoftonline.com",
      {"login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"});
  entra["preferred_cache"] = "login.windows.net";
  all.push_back(std::move(entra));
  return all;
}

/// The tenant of an authorization endpoint's address: the first segment that is no prefix.
std::string tenant_of(const http::Target& endpoint) {
  for (const std::string& segment : endpoint.segments) {
    if (!segment.starts_with('@')) {
      return segment;
    }
  }
  return "common";
}

void add_endpoints(Json& body, const std::string& root, bool v2) {
  const std::string oauth = root + (v2 ? "/oauth2/v2.0" : "/oauth2");
  body["token_endpoint"] = oauth + "/token";
  body["token_endpoint_auth_methods_supported"] = {"client_secret_post", "private_key_jwt",
                                                   "client_secret_basic"};
  body["jwks_uri"] = root + (v2 ? "/discovery/v2.0/keys" : "/discovery/keys");
  body["response_modes_supported"] = {"query", "fragment", "form_post"};
  body["subject_types_supported"] = Json::array({"pairwise"});
  body["id_token_signing_alg_values_supported"] = Json::array({"ES256"});
  body["response_types_supported"] = {"code", "id_token", "code id_token", "id_token token"};
  body["scopes_supported"] = {"openid", "profile", "email", "offline_access"};
}

}  // namespace

Emulated openid_configuration(const Call& call, const SignInContext& context) {
  const bool v2 = is_v2(call);
  const std::string root = call.base + "/" + call.sign_in_tenant;
  const std::string& id = context.shown_id;
  const std::string graph_base = graph::graph_base_of(call.base);
  Json body = Json::object();
  add_endpoints(body, root, v2);
  body["issuer"] = v2 ? call.base + "/" + id + "/v2.0" : "https://sts.windows.net/" + id + "/";
  body["request_uri_parameter_supported"] = false;
  body["userinfo_endpoint"] = graph_base + "/oidc/userinfo";
  body["authorization_endpoint"] = root + (v2 ? "/oauth2/v2.0/authorize" : "/oauth2/authorize");
  body["device_authorization_endpoint"] =
      root + (v2 ? "/oauth2/v2.0/devicecode" : "/oauth2/devicecode");
  body["http_logout_supported"] = true;
  body["frontchannel_logout_supported"] = true;
  body["end_session_endpoint"] = root + (v2 ? "/oauth2/v2.0/logout" : "/oauth2/logout");
  body["claims_supported"] = {"sub",  "iss", "aud",   "exp",
                              "iat",  "acr", "nonce", "preferred_username",
                              "name", "tid", "ver"};
  body["tenant_region_scope"] = "EU";
  body["cloud_instance_name"] = "microsoftonline.com";
  body["cloud_graph_host_name"] = "graph.windows.net";
  body["msgraph_host"] = host_of(graph_base);
  body["rbac_url"] = "https://pas.windows.net";
  return answer_json(body, graph::SignInAnswer::discovery, context.stamp);
}

Emulated instance_discovery(const Call& call, const SignInContext& context) {
  const SignInRequest request = read_request(call, context);
  const std::string_view endpoint =
      http::find_field(call.target.options, "authorization_endpoint").value_or(std::string_view{});
  if (endpoint.empty()) {
    return answer_fault({.number = 900144, .blanks = {{"parameter", "authorization_endpoint"}}},
                        request);
  }
  const Result<http::Target> target = http::parse_target(endpoint);
  const std::string host = host_of(endpoint);
  if (!target || (!is_entra(host) && host != host_of(call.base))) {
    return answer_fault({.number = 50049}, request);
  }
  Json body = Json::object();
  body["tenant_discovery_endpoint"] =
      call.base + "/" + tenant_of(*target) + "/v2.0/.well-known/openid-configuration";
  body["api-version"] = "1.1";
  body["metadata"] = networks(host_of(call.base));
  return answer_json(body, graph::SignInAnswer::discovery, context.stamp);
}

Emulated signing_keys(const Call& call, const SignInContext& context) {
  const SigningKey& key = graph::token_key();
  Json entry = Json::object();
  entry["kty"] = "EC";
  entry["use"] = "sig";
  entry["kid"] = graph::token_key_id();
  entry["x5t"] = graph::token_key_id();
  entry["alg"] = "ES256";
  entry["crv"] = "P-256";
  entry["x"] = base64url(key.x());
  entry["y"] = base64url(key.y());
  entry["issuer"] = call.base + "/" + context.shown_id + "/v2.0";
  Json body = Json::object();
  body["keys"] = Json::array({std::move(entry)});
  return answer_json(body, graph::SignInAnswer::discovery, context.stamp);
}

Emulated user_realm(const Call& call, const SignInContext& context) {
  const std::string& user = call.segments.back();
  const std::size_t at = user.find('@');
  Json body = Json::object();
  body["ver"] = "1.0";
  body["account_type"] = "Managed";
  body["domain_name"] = at == std::string::npos ? std::string() : user.substr(at + 1);
  body["cloud_instance_name"] = "microsoftonline.com";
  body["cloud_audience_urn"] = "urn:federation:MicrosoftOnline";
  return answer_json(body, graph::SignInAnswer::discovery, context.stamp);
}

Emulated device_page(const Call& /*call*/, const SignInContext& context) {
  Emulated page{.status = 200,
                .headers = graph::sign_in_headers(graph::SignInAnswer::token, context.stamp),
                .body =
                    "There is no code to enter here: graphfault signs the user in by itself, "
                    "and the program\nthat shows the code gets its token at its second poll, "
                    "unless the scenario says otherwise.\n"};
  page.headers.set("Content-Type", "text/plain; charset=utf-8");
  return page;
}

}  // namespace graphfault::engine
