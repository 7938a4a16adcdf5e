// SPDX-License-Identifier: MIT
// Issuing: the token, and the body that brings it.
#pragma once

#include "engine/sign_in/client.hpp"
#include "engine/sign_in/scope.hpp"

#include <string>

namespace graphfault::engine {

/// The permissions an app without declared roles shows in its tokens (it holds every one).
const std::vector<std::string>& shown_roles();

/// An app-only token: `{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,
/// "access_token":"..."}`; v1 has texts for numbers, and expires_on, not_before and resource.
SignInResult<Emulated> issue_to_app(const SignInRequest& request, const Client& client,
                                    const Scope& scope);
/// A delegated token, with scope, and refresh_token, id_token and client_info as they were asked
/// for. 65001 where the app's declared permissions don't have a scope that is asked for.
SignInResult<Emulated> issue_to_user(const SignInRequest& request, const Client& client,
                                     const Scope& scope, const std::string& user);

}  // namespace graphfault::engine
