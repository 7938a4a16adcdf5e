// SPDX-License-Identifier: MIT
// The sign-in errors' tables. Each lives for ever.
#pragma once

#include "graph/sign_in/aadsts.hpp"

#include <span>

namespace graphfault::graph::sign_in {

std::span<const SignInError> client_errors();   ///< the app, its credential, the request
std::span<const SignInError> user_errors();     ///< the user, consent, conditional access, grants
std::span<const SignInError> service_errors();  ///< throttling, outages, discovery

}  // namespace graphfault::graph::sign_in
