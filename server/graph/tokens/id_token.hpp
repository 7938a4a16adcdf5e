// SPDX-License-Identifier: MIT
// ID tokens: what an app learns of the person who signed in.
#pragma once

#include "graph/tokens/token.hpp"

#include <string>

namespace graphfault::graph {

struct IdTokenRequest {
  std::string issuer{};
  std::string nonce{};  ///< left out where empty
  bool v1 = false;      ///< of `/oauth2/token`: upn and unique_name in place of preferred_username
};

/// The JWT for the app of `access`, about its user and as long valid.
std::string write_id_token(const Token& access, const IdTokenRequest& request,
                           const SigningKey& key);

}  // namespace graphfault::graph
