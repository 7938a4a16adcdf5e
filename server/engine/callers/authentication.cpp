// SPDX-License-Identifier: MIT
#include "engine/callers/authentication.hpp"

#include "engine/callers/challenge.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/tokens/permissions.hpp"

#include <utility>

namespace graphfault::engine {
namespace {

using Accept = scenario::TokenSettings::Accept;

std::string_view malformed_id(const Caller& caller) {
  if (!caller.fault) {
    return "token-audience";
  }
  switch (*caller.fault) {
    case graph::TokenFault::no_dots:
      return "token-not-well-formed";
    case graph::TokenFault::unreadable:
      return "compact-token-parsing";
    case graph::TokenFault::bad_signature:
      return "token-signature";
  }
  return "token-signature";
}

std::string_view failure_id(const Caller& caller) {
  switch (caller.state) {
    case CallerState::valid:
      return {};
    case CallerState::missing:
      return "token-empty";
    case CallerState::malformed:
      return malformed_id(caller);
    case CallerState::expired:
      return "token-expired";
    case CallerState::revoked:
      return "token-revoked";
    case CallerState::foreign:
      return "token-signature";
  }
  return {};
}

}  // namespace

CallerState judge(const Caller& caller, const Judging& judging) {
  if (caller.token_id.empty()) {
    return CallerState::missing;
  }
  const bool any = judging.accept != Accept::issued;
  if (!any && caller.token == nullptr) {
    return CallerState::malformed;
  }
  if (!any && !graph::is_graph_audience(caller.token->audience)) {
    return CallerState::malformed;
  }
  if (!any && caller.token->tenant != judging.tenant) {
    return CallerState::foreign;
  }
  if (judging.expired->since(caller) || (!any && judging.now >= caller.token->expires)) {
    return CallerState::expired;
  }
  return judging.revoked->since(caller) ? CallerState::revoked : CallerState::valid;
}

std::optional<AuthenticationFailure> authentication_failure(const Caller& caller,
                                                            const Judging& judging,
                                                            std::string_view base) {
  if (caller.state == CallerState::valid ||
      (caller.state == CallerState::missing && judging.accept == Accept::none_required)) {
    return std::nullopt;
  }
  const std::string_view id = failure_id(caller);
  AuthenticationFailure failure{.error = graph::make_error(id)};
  const Instant revoked = judging.revoked->since(caller).value_or(judging.now);
  add_challenge(failure.error, {.catalogue_id = id, .base = base, .not_before = revoked});
  if (caller.state == CallerState::foreign) {
    failure.hint = "the token was issued for tenant " + caller.token->tenant +
                   ", but the call addresses another";
  }
  return failure;
}

}  // namespace graphfault::engine
