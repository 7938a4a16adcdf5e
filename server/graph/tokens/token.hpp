// SPDX-License-Identifier: MIT
// Access tokens as values: three-part ES256 JWTs with the claims of the wire contract (section 8),
// made and read here.
#pragma once

#include "base/clock.hpp"
#include "base/crypto.hpp"
#include "base/json.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// What a token says. App-only where `user` is empty (claims `roles`, idtyp app), else delegated
/// (claims `scp`, idtyp user).
struct Token {
  std::string tenant{};     ///< tenant name (`throttled.t42`), a private claim
  std::string tenant_id{};  ///< tid
  std::string audience = "https://graph.microsoft.com";
  std::string issuer{};  ///< iss
  std::string app{};     ///< appid
  std::string app_name{};
  std::string app_proof = "1";  ///< appidacr: 0 a public client, 1 a secret, 2 a certificate
  std::vector<std::string> roles{};
  bool all_roles = false;  ///< every permission: a private claim
  std::vector<std::string> scopes{};
  std::string user{};       ///< upn
  std::string object_id{};  ///< oid, sub
  Instant issued{};         ///< iat and nbf, whole seconds
  Instant expires{};
  std::string id{};              ///< uti
  bool capable = false;          ///< xms_cc: cp1
  Json claims = Json::object();  ///< what the `claims` request parameter asked for under
                                 ///< access_token, as claims: {"acrs":["c1"],"nbf":"..."}

  bool operator==(const Token&) const = default;
};

/// The JWT. Deterministic but for the signature's nonce.
std::string write_token(const Token& token, const SigningKey& key);
/// Any claims as a JWT of that key.
std::string signed_claims(const Json& claims, const SigningKey& key);

enum class TokenFault {
  no_dots,        ///< IDX14100
  unreadable,     ///< three parts, but not a JWT
  bad_signature,  ///< well formed, not signed by this key
};

/// Reads and verifies; the lifetime and the audience are the caller's to judge.
tl::expected<Token, TokenFault> read_token(std::string_view text, const SigningKey& key);

/// The key every graphfault has: from a fixed phrase. It protects nothing.
const SigningKey& token_key();
/// Its `kid`, in a token's head and in the JWKS.
std::string token_key_id();

}  // namespace graphfault::graph
