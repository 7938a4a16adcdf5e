// SPDX-License-Identifier: MIT
// The token endpoint's grants, one function each. All answer with a token or a refusal.
#pragma once

#include "engine/sign_in/sign_in_call.hpp"

namespace graphfault::engine {

SignInResult<Emulated> grant_client_credentials(const SignInRequest& request);
/// 70000 for a refresh token nobody gave or another app's, 700082 for one of 90 days.
SignInResult<Emulated> grant_refresh_token(const SignInRequest& request);
/// Any user name, any password: the scenario declares none. (50126 comes by rule.)
SignInResult<Emulated> grant_password(const SignInRequest& request);
/// 50013 for an assertion that is no user's token of this tenant, 500133 for an expired one.
SignInResult<Emulated> grant_on_behalf_of(const SignInRequest& request);

/// `POST /{tenant}/oauth2/v2.0/token`: the grant that grant_type names; 900144 without one, 70003
/// for another.
SignInResult<Emulated> answer_token_request(const SignInRequest& request);

}  // namespace graphfault::engine
