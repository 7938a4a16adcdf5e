// SPDX-License-Identifier: MIT
#include "control/listening/routes.hpp"

#include "base/nearest_name.hpp"
#include "control/calls/resources.hpp"

#include <algorithm>
#include <array>

namespace graphfault::control {
namespace {

constexpr std::array kRoutes = {
    Route{"GET", "/", get_page, "the live page"},
    Route{"GET", "/health", get_health, "200 when requests are answered, 503 before"},
    Route{"GET", "/metrics", get_metrics, "counters as Prometheus text"},
    Route{"GET", "/scenarios", get_scenarios, "the loaded scenarios"},
    Route{"POST", "/scenarios", post_scenario, "check and load one scenario (YAML)"},
    Route{"GET", "/tenants", get_tenants, "the running tenants"},
    Route{"GET", "/tenants/{t}", get_tenant, "counters, script positions, open windows, clock"},
    Route{"POST", "/tenants/{t}", post_tenant, "make a tenant"},
    Route{"DELETE", "/tenants/{t}", delete_tenant, "end a tenant"},
    Route{"POST", "/tenants/{t}/reset", post_reset,
          "makes it as new: counters, data, clock, journal"},
    Route{"POST", "/tenants/{t}/clock", post_clock, R"(move its clock: {"advance": "1h"})"},
    Route{"POST", "/tenants/{t}/revoke", post_revoke, "revoke the tokens issued so far"},
    Route{"POST", "/tenants/{t}/expire", post_expire, "expire the tokens issued so far"},
    Route{"GET", "/tenants/{t}/journal", get_tenant_journal, "its exchanges, in order"},
    Route{"GET", "/tenants/{t}/verdict", get_tenant_verdict, "whether its client coped"},
    Route{"GET", "/journal", get_journal, "requests that belong to no tenant"},
    Route{"GET", "/ca.pem", get_authority, "the certificate authority that clients have to trust"},
    Route{"GET", "/events", get_events, "what happens, as server-sent events"},
    Route{"GET", "/errors", get_errors, "the error catalogue"},
};

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (path.size() > 1) {
    path.remove_prefix(1);
    const std::size_t slash = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash);
  }
  return parts;
}

bool matches(std::string_view pattern, const std::vector<std::string>& segments) {
  const std::vector<std::string_view> parts = split_path(pattern);
  return std::equal(parts.begin(), parts.end(), segments.begin(), segments.end(),
                    [](std::string_view part, const std::string& segment) {
                      return part == "{t}" ? !segment.empty() : part == segment;
                    });
}

/// The path with the tenant's place marked, to be compared with the table.
std::string pattern_of(const std::vector<std::string>& segments) {
  std::string text;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    text += '/';
    text += i == 1 && segments[0] == "tenants" ? "{t}" : segments[i];
  }
  return text.empty() ? "/" : text;
}

bool looks_like_graph(const std::vector<std::string>& segments) {
  if (segments.empty()) {
    return false;
  }
  const std::string& first = segments[0];
  return first == "v1.0" || first == "beta" || first == "users" || first == "me" ||
         first == "$batch" || first.rfind('@', 0) == 0 ||
         std::find(segments.begin(), segments.end(), "oauth2") != segments.end();
}

Json call_list() {
  Json calls = Json::array();
  for (const Route& route : kRoutes) {
    calls.push_back(std::string(route.method) + " " + std::string(route.path));
  }
  return calls;
}

Reply unknown_path(const std::vector<std::string>& segments, std::string_view emulated) {
  std::vector<std::string_view> paths;
  paths.reserve(kRoutes.size());
  for (const Route& route : kRoutes) {
    paths.push_back(route.path);
  }
  const std::string path = pattern_of(segments);
  std::string hint;
  if (looks_like_graph(segments)) {
    hint = "this is the control API; the emulated Graph is at " + std::string(emulated);
  } else if (const auto nearest = nearest_name(path, paths)) {
    hint = "did you mean " + *nearest + "?";
  }
  Json error = {{"status", 404}, {"message", "the control API has no " + path}};
  if (!hint.empty()) {
    error["hint"] = hint;
  }
  error["calls"] = call_list();
  return json_reply(404, Json{{"error", std::move(error)}});
}

Reply wrong_method(std::string_view method, const std::vector<std::string>& segments) {
  std::string allowed;
  for (const Route& route : kRoutes) {
    if (matches(route.path, segments)) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
    }
  }
  const std::string path = pattern_of(segments);
  Reply reply =
      error_reply(405, path + " does not take " + std::string(method), "it takes " + allowed);
  reply.headers.add("Allow", allowed);
  return reply;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

tl::expected<const Route*, Reply> find_route(std::string_view method,
                                             const std::vector<std::string>& segments,
                                             std::string_view emulated) {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  bool known_path = false;
  for (const Route& route : kRoutes) {
    if (!matches(route.path, segments)) {
      continue;
    }
    if (route.method == wanted) {
      return &route;
    }
    known_path = true;
  }
  return tl::unexpected(known_path ? wrong_method(method, segments)
                                   : unknown_path(segments, emulated));
}

}  // namespace graphfault::control
