// SPDX-License-Identifier: MIT
#pragma once

#include "wire/headers.hpp"

#include <string>

namespace graphclient {

/// What a Bearer challenge in WWW-Authenticate asks for.
struct Challenge {
  std::string error{};   ///< "insufficient_claims" for a claims challenge
  std::string claims{};  ///< the decoded JSON text; empty where absent or no JSON object
};

/// The Bearer challenge of an answer that holds claims, else the first Bearer challenge, else an
/// empty one. Takes parameters in any order, quoted or not, several schemes in one header and
/// several headers (RFC 9110, 11.6.1).
Challenge bearer_challenge(const Headers& headers);

}  // namespace graphclient
