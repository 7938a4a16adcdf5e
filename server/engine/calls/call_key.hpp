// SPDX-License-Identifier: MIT
// Which calls are "the same" to a script and to a Retry-After window.
#pragma once

#include "engine/calls/call.hpp"
#include "scenario/model.hpp"

#include <string>

namespace graphfault::engine {

/// Appends what a script counted `per` tells calls apart by. url: the method and canonical path
/// with the version, without query but with the skiptoken. token: the token's fingerprint. app: the
/// app of the token, in lower case; for sign-in the client_id. tenant: nothing.
void append_script_key(std::string& out, scenario::Per per, const Call& call);

/// Appends caller, method and URL (with the whole query, as sent): what a Retry-After window is
/// for. The caller is the app and user of the token, an opaque token itself, or, for sign-in, the
/// client_id; callers that
/// authentication refused are apart from those it took.
void append_window_key(std::string& out, const Call& call);

/// Clients choose what is in a key: one longer than 256 bytes becomes its first 160 and a digest of
/// the whole.
void bound_key(std::string& key);

/// `/users/u1/messages`: the canonical path, without version and prefix.
std::string canonical_path(const Call& call);

}  // namespace graphfault::engine
