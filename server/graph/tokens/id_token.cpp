// SPDX-License-Identifier: MIT
#include "graph/tokens/id_token.hpp"

#include "base/base64.hpp"
#include "base/time_text.hpp"

namespace graphfault::graph {

std::string write_id_token(const Token& access, const IdTokenRequest& request,
                           const SigningKey& key) {
  Json claims = Json::object();
  claims["aud"] = access.app;
  claims["iss"] = request.issuer;
  claims["iat"] = unix_seconds(access.issued);
  claims["nbf"] = unix_seconds(access.issued);
  claims["exp"] = unix_seconds(access.expires);
  claims["name"] = access.user.substr(0, access.user.find('@'));
  if (!request.nonce.empty()) {
    claims["nonce"] = request.nonce;
  }
  claims["oid"] = access.object_id;
  if (!request.v1) {
    claims["preferred_username"] = access.user;
  }
  // Entra's sub differs from app to app.
  claims["sub"] = base64url(sha256(access.app + access.object_id));
  claims["tid"] = access.tenant_id;
  if (request.v1) {
    claims["unique_name"] = access.user;
    claims["upn"] = access.user;
  }
  claims["uti"] = access.id;
  claims["ver"] = request.v1 ? "1.0" : "2.0";
  return signed_claims(claims, key);
}

}  // namespace graphfault::graph
