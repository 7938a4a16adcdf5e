// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace graphclient {

/// The `claims` parameter of a token request: the challenge's JSON (or nothing) together with the
/// declaration that this client understands claims challenges (`xms_cc`: cp1), without which
/// Graph sends none.
std::string claims_request(const std::string& challenge);

}  // namespace graphclient
