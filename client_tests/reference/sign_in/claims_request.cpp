// SPDX-License-Identifier: MIT
#include "sign_in/claims_request.hpp"

#include "wire/json.hpp"

namespace graphclient {

std::string claims_request(const std::string& challenge) {
  Json claims = parse_json(challenge).value_or(Json::object());
  if (!claims.is_object()) {
    claims = Json::object();
  }
  Json& access_token = claims["access_token"];
  if (!access_token.is_object()) {
    access_token = Json::object();
  }
  Json capability = Json::object();
  capability["values"] = Json::array({"cp1"});
  access_token["xms_cc"] = capability;
  return compact(claims);
}

}  // namespace graphclient
