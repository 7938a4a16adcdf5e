// SPDX-License-Identifier: MIT
// Sign-in: the token endpoint, the device code endpoint and discovery, as functions over a Call.
// The tenant calls answer_sign_in under its lock, where no rule has answered.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "engine/calls/call.hpp"
#include "engine/sign_in/sign_in_state.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "scenario/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

/// What of a tenant sign-in works on. References live as long as the call.
struct SignInContext {
  const scenario::TenantSettings& settings;
  std::string_view tenant_name;  ///< `throttled.t42`; goes into the token
  std::string_view tenant_id;    ///< GUID
  /// The id that tokens and discovery show: the URL's, where a client signs in by a GUID of its
  /// own, so that it finds its real tenant's id again; else tenant_id.
  std::string shown_id;
  Random& random;
  SignInState& state;
  /// Trace id (x-ms-request-id), correlation id and wall time of this answer.
  const graph::AnswerStamp& stamp;
  /// Who signs in where nobody is named (device code).
  std::string_view default_user = "adele.vance@contoso.example";
};

/// The whole answer, its headers complete (graph::sign_in_headers): errors are Emulated too, with
/// their status. Reads call.tenant_now for lifetimes.
Emulated answer_sign_in(const Call& call, const SignInContext& context);

/// AADSTS90002 for a sign-in URL whose tenant is none: 400, error `invalid_request` on the token
/// endpoint and `invalid_tenant` on discovery. `segments` as in Call, after the tenant.
Emulated unknown_tenant_answer(std::string_view tenant, const std::vector<std::string>& segments,
                               const graph::AnswerStamp& stamp);

/// True for paths of sign-in: `{tenant}/oauth2/...`, `{tenant}[/v2.0]/.well-known/...`,
/// `{tenant}/discovery/...`, `{tenant}/userrealm/...`. `segments` are all of the path's, without
/// a `/@tenant` prefix; the first is the tenant. Never true where it is a Graph version.
bool is_sign_in_path(const std::vector<std::string>& segments);

}  // namespace graphfault::engine
