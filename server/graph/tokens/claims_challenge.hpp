// SPDX-License-Identifier: MIT
// Claims challenges: what a WWW-Authenticate asks for, what the `claims` parameter of a token
// request says, and what a token carries (wire contract, section 3).
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "graph/tokens/token.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// WWW-Authenticate of a plain 401. `base` is the origin (and tenant prefix) the client called,
/// without a trailing /; authorization_uri points there, or to the sign-in host of the same cloud
/// where that is one of Graph's.
std::string plain_challenge(std::string_view base);

/// WWW-Authenticate with error="insufficient_claims" and the claims in padded standard base64: the
/// documented form, which every parser of the contract accepts. `challenge` is the whole request:
/// `{"access_token":{"acrs":{"essential":true,"value":"c1"}}}`.
std::string claims_challenge(const Json& challenge, std::string_view base);

/// `{"access_token":{"acrs":{"essential":true,"value":"<value>"}}}`: what a step-up asks for, and
/// what `insufficient_claims` asks where the step gives no claims (value `c1`).
Json step_up_request(std::string_view value = "c1");
/// `{"access_token":{"nbf":{"essential":true,"value":"<unix seconds>"}}}`: what follows a
/// revocation. A token issued at or after `not_before` satisfies it.
Json revocation_request(Instant not_before);

/// What a token request's `claims` parameter asks for.
struct AskedClaims {
  Json claims = Json::object();  ///< as Token::claims: `{"acrs":["c1"],"nbf":"1604106651"}`
  bool capable = false;          ///< xms_cc lists cp1
};
/// Reads the parameter's JSON (already form-decoded). A problem where it is no JSON object or
/// access_token is not one.
Result<AskedClaims> read_claims_parameter(std::string_view json);

/// The values of one claim of the token as texts, none where it lacks it: `acrs`, `xms_cc`, `nbf`,
/// `appid`, `tid`, `oid`, `upn`, `idtyp`, `aud`, `roles`, `scp`, or any of Token::claims.
std::vector<std::string> claim_values(const Token& token, std::string_view name);

}  // namespace graphfault::graph
