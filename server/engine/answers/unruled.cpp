// SPDX-License-Identifier: MIT
#include "engine/answers/unruled.hpp"

#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "base/random.hpp"
#include "engine/answers/batch_run.hpp"
#include "engine/callers/issued_token.hpp"
#include "engine/emulation/emulation.hpp"
#include "engine/sign_in/sign_in.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/tokens/permissions.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::engine {
namespace {

std::optional<graph::GraphError> missing_permission(const Call& call) {
  if (call.caller.token == nullptr || call.request.method == "OPTIONS") {
    return std::nullopt;
  }
  const graph::GraphAccess access{
      .method = call.request.method,
      .segments = call.segments,
      .sign_in_activity = graph::asks_for_sign_in_activity(call.target.options)};
  if (const auto missing = graph::missing_permission(*call.caller.token, access)) {
    return graph::permission_error(*missing);
  }
  return std::nullopt;
}

Made emulated(const Call& call, const CallContext& context) {
  if (auto refused = missing_permission(call)) {
    return std::move(*refused);
  }
  TenantState& state = context.state;
  EmulatedOr answer = emulate(call, state.directory, *state.scenario, state.random);
  if (!answer) {
    return std::move(answer.error());
  }
  return std::move(*answer);
}

Made unknown_version(const Call& call) {
  graph::GraphError error = graph::make_error("segment-not-found");
  error = graph::fill(std::move(error), "segment",
                      call.segments.empty() ? std::string_view() : call.segments.front());
  error.unknown = graph::Unknown::version;
  return error;
}

constexpr const char* kSignInPaths =
    "after the tenant the sign-in paths are /oauth2/v2.0/token, /oauth2/v2.0/devicecode, "
    "/v2.0/.well-known/openid-configuration, /discovery/v2.0/keys and /discovery/instance; users "
    "sign in by password or device code: there is no sign-in page";

void sign_in(const Call& call, const CallContext& context, Outcome& outcome) {
  TenantState& state = context.state;
  Emulated answer = answer_sign_in(
      call,
      {.settings = state.scenario->tenant,
       .tenant_name = context.tenant.text,
       .tenant_id = context.tenant.id,
       .shown_id = is_guid(call.sign_in_tenant) ? lower(call.sign_in_tenant) : context.tenant.id,
       .random = state.random,
       .state = state.sign_in,
       .stamp = context.stamp});
  spare_issued_token(answer.issued_token, call.tenant_now, state.revoked, state.expired);
  AuthoredReply reply;
  reply.whole = true;
  reply.response.status = answer.status;
  reply.response.headers = std::move(answer.headers);
  reply.response.body = std::move(answer.body);
  reply.code = std::move(answer.code);
  outcome.issued_token = std::move(answer.issued_token);
  outcome.unknown = answer.unknown;
  outcome.hint = answer.unknown == graph::Unknown::sign_in_path ? kSignInPaths : "";
  outcome.made = std::move(reply);
}

bool is_batch(const Call& call) {
  return call.segments.size() == 1 && call.segments.front() == "$batch" && !call.operation;
}

void answer_batch(Call& call, const CallContext& context, Outcome& outcome) {
  if (call.request.method == "POST") {
    run_batch(call, context, outcome);
    return;
  }
  graph::GraphError error = graph::make_error("method-not-allowed");
  error.headers.set("Allow", "POST");
  outcome.made = std::move(error);
}

// An answer after which a tester asks which rule was meant to be there.
bool is_refusal(const Made& made) {
  const auto* const error = std::get_if<graph::GraphError>(&made);
  return error != nullptr && (error->status == 400 || error->status == 404 ||
                              error->status == 405 || error->status == 501);
}

/// `; did you mean /users?` of a path whose first segment is nearly one that is answered.
std::string meant_path(const Call& call, const scenario::Scenario& scenario) {
  std::vector<std::string_view> names{"users", "me", "$batch"};
  for (const scenario::Collection& collection : scenario.data.collections) {
    const std::string_view path = std::string_view(collection.path).substr(1);
    names.push_back(path.substr(0, path.find('/')));
  }
  const auto meant =
      call.segments.empty() ? std::nullopt : nearest_name(call.segments.front(), names);
  return meant && !equal_ignoring_case(*meant, call.segments.front())
             ? "; did you mean /" + *meant + "?"
             : std::string();
}

}  // namespace

void answer_unruled(Call& call, const CallContext& context, Outcome& outcome) {
  if (call.surface == scenario::Surface::sign_in) {
    sign_in(call, context, outcome);
  } else if (call.version.empty()) {
    outcome.made = unknown_version(call);
  } else if (is_batch(call) && call.request.method != "OPTIONS") {
    answer_batch(call, context, outcome);
  } else {
    outcome.made = emulated(call, context);
  }
  if (const auto* const error = std::get_if<graph::GraphError>(&outcome.made)) {
    outcome.unknown = error->unknown;
  }
}

void explain_unruled(const NearestRule& nearest, const Call& call, const CallContext& context,
                     Outcome& outcome) {
  outcome.nearest = near_miss(nearest);
  if (!is_refusal(outcome.made)) {
    return;
  }
  if (outcome.nearest.rule == 0) {
    outcome.nearest = near_path(*context.state.scenario, *context.state.index, call);
  }
  if (outcome.nearest.rule != 0) {
    outcome.hint = hint_text(outcome.nearest);
  } else if (outcome.unknown == graph::Unknown::version) {
    outcome.hint = "Graph paths begin with /v1.0 or /beta";
  } else if (outcome.unknown == graph::Unknown::path) {
    outcome.hint = "no rule or collection of scenario " + context.state.scenario->name +
                   " is close to this path" + meant_path(call, *context.state.scenario);
  }
}

}  // namespace graphfault::engine
