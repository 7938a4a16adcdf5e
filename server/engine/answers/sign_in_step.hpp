// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answers/outcome.hpp"

namespace graphfault::engine {

/// An `error` step of a rule on sign-in, in the token endpoint's shape (graph/aadsts.hpp).
AuthoredReply sign_in_step(const scenario::ErrorStep& error, const scenario::Step& step,
                           const Call& call, const CallContext& context);

}  // namespace graphfault::engine
