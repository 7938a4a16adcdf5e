// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sign_in/sign_in_call.hpp"

namespace graphfault::engine {

/// 70016 (authorization_pending) at the first poll; the user is taken to have signed in by the
/// second. 70000 for an unknown code, 70020 for one of more than 15 minutes.
SignInResult<Emulated> grant_device_code(const SignInRequest& request);

/// `POST /{tenant}/oauth2/v2.0/devicecode`.
SignInResult<Emulated> begin_device_code(const SignInRequest& request);

}  // namespace graphfault::engine
