// SPDX-License-Identifier: MIT
#include "engine/tenants/resolve.hpp"

#include "engine/sign_in/sign_in.hpp"
#include "engine/tenants/unknown_tenant.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/paths/graph_path.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace graphfault::engine {
namespace {

using TenantPtr = std::shared_ptr<Tenant>;

// Takes `/@tenant` off the front of the target and gives it as it was written; empty where there is
// none.
std::string take_prefix(http::Target& target) {
  if (target.segments.empty() || target.segments.front().substr(0, 1) != "@") {
    return {};
  }
  const std::size_t at = target.path.find('/');
  const std::size_t end = std::min(target.path.find('/', at + 1), target.path.size());
  std::string prefix = target.path.substr(at, end - at);
  target.path.erase(0, end);
  if (target.path.empty()) {
    target.path = "/";
  }
  return prefix;
}

std::optional<std::string> named_in_request(const http::Request& request,
                                            const std::string& segment, bool has_prefix) {
  if (has_prefix) {
    return segment.substr(1);
  }
  if (const auto header = request.headers.find("X-Graphfault-Tenant")) {
    return std::string(*header);
  }
  return std::nullopt;
}

tl::unexpected<Stray> stray(Call&& call, graph::GraphError error, std::string hint) {
  return tl::unexpected<Stray>(
      {.request = std::move(call.request), .why = std::move(error), .hint = std::move(hint)});
}

tl::unexpected<Stray> unknown_tenant(Call&& call, const std::string& name,
                                     const Registry& registry) {
  graph::GraphError error = graph::make_error("resource-not-found");
  error = graph::fill(std::move(error), "id", name);
  return stray(std::move(call), std::move(error), unknown_tenant_hint(name, registry.scenarios()));
}

tl::unexpected<Stray> unknown_token_tenant(Call&& call) {
  const std::string hint = "the token was issued for tenant " + call.caller.token->tenant +
                           ", which this server does not have";
  return stray(std::move(call), graph::make_error("token-signature"), hint);
}

// What a sign-in call names, where neither prefix nor header did.
tl::expected<TenantPtr, Stray> sign_in_tenant(Call& call, Registry& registry) {
  if (TenantPtr tenant = registry.open_for_sign_in(call.sign_in_tenant, call.received)) {
    return tenant;
  }
  return tl::unexpected<Stray>(
      {.request = std::move(call.request),
       .why = Stray::SignIn{.tenant = call.sign_in_tenant, .segments = call.segments},
       .hint = unknown_tenant_hint(call.sign_in_tenant, registry.scenarios())});
}

tl::expected<TenantPtr, Stray> tenant_of(Call& call, const std::optional<std::string>& named,
                                         Registry& registry) {
  if (named) {
    if (TenantPtr tenant = registry.open(*named, call.received)) {
      return tenant;
    }
    return unknown_tenant(std::move(call), *named, registry);
  }
  if (call.surface == scenario::Surface::sign_in) {
    return sign_in_tenant(call, registry);
  }
  if (call.caller.token != nullptr && !call.caller.token->tenant.empty()) {
    if (TenantPtr tenant = registry.open(call.caller.token->tenant, call.received)) {
      return tenant;
    }
    return unknown_token_tenant(std::move(call));
  }
  return registry.fallback(call.received);
}

// Sets surface, version and segments from the target's segments, which it takes.
void place_on_surface(std::vector<std::string>&& segments, Call& call) {
  if (is_sign_in_path(segments)) {
    call.surface = scenario::Surface::sign_in;
    call.sign_in_tenant = std::move(segments.front());
    segments.erase(segments.begin());
    call.segments = std::move(segments);
    return;
  }
  graph::GraphPath path = graph::graph_path(segments);
  call.version = std::move(path.version);
  call.segments = std::move(path.segments);
}

}  // namespace

tl::expected<Resolved, Stray> resolve(http::Request&& request, Instant received, Registry& registry,
                                      TokenCache& tokens) {
  Call call;
  call.request = std::move(request);
  call.received = received;
  Result<http::Target> target = http::parse_target(call.request.target);
  if (!target) {
    graph::GraphError error = graph::make_error("bad-request");
    return stray(std::move(call), std::move(error), target.error().message);
  }
  call.target = std::move(*target);
  const std::string prefix = take_prefix(call.target);
  call.base = call.request.scheme + "://" + call.request.host + prefix;

  std::vector<std::string> segments = std::move(call.target.segments);
  std::optional<std::string> named = named_in_request(
      call.request, segments.empty() ? std::string() : segments.front(), !prefix.empty());
  if (!prefix.empty()) {
    segments.erase(segments.begin());
  }
  call.target.segments = segments;
  place_on_surface(std::move(segments), call);
  if (const auto authorization = call.request.headers.find("Authorization")) {
    call.caller = tokens.read(bearer_token(*authorization));
  }
  tl::expected<TenantPtr, Stray> tenant = tenant_of(call, named, registry);
  if (!tenant) {
    return tl::unexpected(std::move(tenant.error()));
  }
  if (*tenant == nullptr) {
    return unknown_tenant(std::move(call), "(default)", registry);
  }
  return Resolved{.tenant = std::move(*tenant), .call = std::move(call)};
}

}  // namespace graphfault::engine
