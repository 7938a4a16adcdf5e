// SPDX-License-Identifier: MIT
#include "app/commands/offline_token.hpp"

#include "base/random.hpp"
#include "engine/tenants/tenant.hpp"
#include "graph/tokens/claims_challenge.hpp"

#include <chrono>

namespace graphfault::app {
namespace {

tl::expected<void, Problem> check(const TokenOptions& options) {
  if (!engine::parse_tenant_name(options.tenant)) {
    return fail("--tenant is '" + options.tenant + "', which is not a tenant name",
                "a tenant name is SCENARIO or SCENARIO.LABEL, with letters, digits and - only");
  }
  if (!options.scopes.empty() && options.user.empty()) {
    return fail("--scopes needs --user", "for the permissions of an application use --roles");
  }
  if (!options.roles.empty() && !options.user.empty()) {
    return fail("--roles cannot be used with --user", "for the permissions of a user use --scopes");
  }
  return {};
}

void set_permissions(graph::Token& token, const TokenOptions& options) {
  token.user = options.user;
  if (token.user.empty()) {
    token.roles = options.roles;
    token.all_roles = options.roles.empty();
    token.object_id = guid_of("service principal " + options.app);
  } else {
    token.scopes = options.scopes;
    if (token.scopes.empty()) {
      token.scopes = {"User.Read"};
    }
    token.object_id = guid_of("user " + options.user);
  }
}

void set_lifetime(graph::Token& token, const TokenOptions& options, Instant now) {
  using std::chrono::floor;
  using std::chrono::seconds;
  const Instant second = floor<seconds>(now);
  token.issued = options.expired ? second - options.lifetime - seconds(1) : second;
  token.expires = options.expired ? second - seconds(1) : second + options.lifetime;
  token.issued = floor<seconds>(token.issued);
  token.expires = floor<seconds>(token.expires);
}

}  // namespace

Result<graph::Token> offline_token(const TokenOptions& options, Instant now, std::uint64_t chance) {
  if (const auto good = check(options); !good) {
    return tl::unexpected(good.error());
  }
  graph::Token token;
  token.tenant = engine::parse_tenant_name(options.tenant)->text();
  token.tenant_id = guid_of(token.tenant);
  token.issuer = "https://sts.windows.net/" + token.tenant_id + "/";
  token.app = options.app;
  token.app_name = "graphfault token";
  token.id = Random(chance).guid();
  set_permissions(token, options);
  set_lifetime(token, options, now);
  if (!options.claims.empty()) {
    const auto asked = graph::read_claims_parameter(options.claims);
    if (!asked) {
      return fail("--claims: " + asked.error().message,
                  R"(give a claims challenge, such as {"access_token":{"acrs":{"value":"c1"}}})");
    }
    token.claims = asked->claims;
    token.capable = asked->capable;
  }
  return token;
}

}  // namespace graphfault::app
