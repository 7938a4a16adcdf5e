// SPDX-License-Identifier: MIT
#include "engine/sign_in/sign_in.hpp"

#include "base/letter_case.hpp"
#include "engine/sign_in/device_code.hpp"
#include "engine/sign_in/discovery.hpp"
#include "engine/sign_in/grants.hpp"
#include "engine/sign_in/sign_in_call.hpp"
#include "graph/paths/graph_path.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace graphfault::engine {
namespace {

using PathSegments = std::span<const std::string>;
using Read = Emulated (*)(const Call&, const SignInContext&);
using Write = SignInResult<Emulated> (*)(const SignInRequest&);

struct Route {
  std::string_view path{};  ///< after the tenant, `*` for one segment
  Read read = nullptr;      ///< of the GET endpoints
  Write write = nullptr;    ///< of the POST endpoints
};
constexpr std::array kRoutes{
    Route{"oauth2/v2.0/token", nullptr, answer_token_request},
    Route{"oauth2/token", nullptr, answer_token_request},
    Route{"oauth2/v2.0/devicecode", nullptr, begin_device_code},
    Route{"oauth2/devicecode", nullptr, begin_device_code},
    Route{"oauth2/deviceauth", device_page, nullptr},
    Route{"v2.0/.well-known/openid-configuration", openid_configuration, nullptr},
    Route{".well-known/openid-configuration", openid_configuration, nullptr},
    Route{"discovery/instance", instance_discovery, nullptr},
    Route{"discovery/v2.0/keys", signing_keys, nullptr},
    Route{"discovery/keys", signing_keys, nullptr},
    Route{"userrealm/*", user_realm, nullptr},
};

bool fits(std::string_view path, PathSegments segments) {
  for (const std::string& segment : segments) {
    const std::size_t slash = path.find('/');
    const std::string_view wanted = path.substr(0, slash);
    if (wanted.empty() || (wanted != "*" && !equal_ignoring_case(wanted, segment))) {
      return false;
    }
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return path.empty();
}

const Route* route_of(PathSegments segments) {
  for (const Route& route : kRoutes) {
    if (fits(route.path, segments)) {
      return &route;
    }
  }
  return nullptr;
}

/// What Entra says where there is no such endpoint: nothing.
Emulated nothing_there(int status, const graph::AnswerStamp& stamp) {
  Emulated answer{.status = status,
                  .headers = graph::sign_in_headers(graph::SignInAnswer::token, stamp)};
  answer.headers.remove("Content-Type");
  return answer;
}

Emulated answer_write(const Call& call, const SignInContext& context, Write write) {
  const SignInRequest request = read_request(call, context);
  if (call.request.method != "POST") {
    return answer_fault({.number = 900561, .blanks = {{"method", call.request.method}}}, request);
  }
  SignInResult<Emulated> answer = write(request);
  return answer ? std::move(*answer) : answer_fault(answer.error(), request);
}

}  // namespace

Emulated answer_sign_in(const Call& call, const SignInContext& context) {
  const Route* route = route_of(call.segments);
  const std::string& method = call.request.method;
  if (route == nullptr) {
    Emulated answer = nothing_there(404, context.stamp);
    answer.unknown = graph::Unknown::sign_in_path;
    return answer;
  }
  if (method == "OPTIONS") {
    Emulated answer = nothing_there(200, context.stamp);
    answer.headers.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
    if (const auto asked = call.request.headers.find("Access-Control-Request-Headers")) {
      answer.headers.set("Access-Control-Allow-Headers", std::string(*asked));
    }
    return answer;
  }
  if (route->write != nullptr) {
    return answer_write(call, context, route->write);
  }
  if (method != "GET" && method != "HEAD") {
    Emulated answer = nothing_there(405, context.stamp);
    answer.headers.set("Allow", "GET, OPTIONS");
    return answer;
  }
  return route->read(call, context);
}

Emulated unknown_tenant_answer(std::string_view tenant, const std::vector<std::string>& segments,
                               const graph::AnswerStamp& stamp) {
  constexpr int kTenantNotFound = 90002;
  const graph::SignInError& entry = *graph::find_sign_in_error(kTenantNotFound);
  const Route* route = route_of(segments);
  graph::SignInErrorValues values{.stamp = stamp, .tenant = std::string(tenant)};
  if (route != nullptr && route->read != nullptr) {
    values.error = "invalid_tenant";
  }
  return {.status = entry.status,
          .headers = graph::sign_in_headers(graph::SignInAnswer::token, stamp),
          .body = graph::sign_in_error_body(entry, values),
          .code = graph::sign_in_error_code(entry, values)};
}

bool is_sign_in_path(const std::vector<std::string>& segments) {
  if (segments.size() < 2 || graph::is_graph_version(segments.front())) {
    return false;
  }
  const std::string_view first = segments[1];
  const bool versioned = equal_ignoring_case(first, "v2.0") && segments.size() > 2;
  const std::string_view word = versioned ? std::string_view(segments[2]) : first;
  constexpr std::array<std::string_view, 4> kFirst{"oauth2", "discovery", "userrealm",
                                                   ".well-known"};
  return std::any_of(kFirst.begin(), kFirst.end(), [&](std::string_view known) {
    return equal_ignoring_case(word, known) && (!versioned || known == ".well-known");
  });
}

}  // namespace graphfault::engine
