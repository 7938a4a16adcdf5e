// SPDX-License-Identifier: MIT
// Discovery: where the endpoints are and which key signs. All addresses are on the origin that the
// client called.
#pragma once

#include "engine/sign_in/sign_in.hpp"

namespace graphfault::engine {

/// `/{tenant}[/v2.0]/.well-known/openid-configuration`.
Emulated openid_configuration(const Call& call, const SignInContext& context);
/// `/common/discovery/instance`: 900144 without authorization_endpoint, 50049 (invalid_instance)
/// for a host that is neither ours nor one of Entra's.
Emulated instance_discovery(const Call& call, const SignInContext& context);
/// `/{tenant}/discovery[/v2.0]/keys`: the JWKS of graph::token_key().
Emulated signing_keys(const Call& call, const SignInContext& context);
/// `/common/userrealm/{user}`: every account is a managed one.
Emulated user_realm(const Call& call, const SignInContext& context);

/// `/common/oauth2/deviceauth`, which the device code's message names: text for whoever opens it.
Emulated device_page(const Call& call, const SignInContext& context);

}  // namespace graphfault::engine
