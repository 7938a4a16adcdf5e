// SPDX-License-Identifier: MIT
// The token requests of a journal, as the rules about tokens need them.
#pragma once

#include "verdict/record/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace graphfault::verdict {

/// A form field of a token request's kept body, decoded; empty where there is none. Secrets are
/// redacted in it.
std::string form_field(const Exchange& token_request, std::string_view name);

/// `expires_in` of a successful token answer.
std::optional<Duration> lifetime_of(const Exchange& token_request);

/// True where the answer is a claims challenge: a WWW-Authenticate header with
/// error="insufficient_claims".
bool is_claims_challenge(const Exchange& exchange);

}  // namespace graphfault::verdict
