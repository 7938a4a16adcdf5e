// SPDX-License-Identifier: MIT
// /me: who the caller is.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/emulation/directory.hpp"

#include <tl/expected.hpp>

#include <string>

namespace graphfault::engine {

/// The id of the signed-in user. An app-only token has none (400). Who signed in under a name that
/// the directory has not is added to it; a bearer that is none of our tokens is the first user.
tl::expected<std::string, graph::GraphError> signed_in_user(const Call& call, Directory& directory);

}  // namespace graphfault::engine
