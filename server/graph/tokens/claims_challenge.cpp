// SPDX-License-Identifier: MIT
#include "graph/tokens/claims_challenge.hpp"

#include "base/base64.hpp"
#include "base/letter_case.hpp"
#include "base/time_text.hpp"
#include "graph/paths/cloud_hosts.hpp"

#include <algorithm>

namespace graphfault::graph {
namespace {

constexpr std::string_view kAccessToken = "access_token";

std::string bearer(std::string_view base) {
  std::string out = R"(Bearer realm="", authorization_uri=")";
  out.append(sign_in_base_of(base)).append(R"(/common/oauth2/authorize")");
  return out;
}

Json essential(std::string_view claim, std::string value) {
  Json asked = Json::object();
  asked["essential"] = true;
  asked["value"] = std::move(value);
  Json claims = Json::object();
  claims[std::string(claim)] = std::move(asked);
  Json request = Json::object();
  request[std::string(kAccessToken)] = std::move(claims);
  return request;
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::string> texts_of(const Json& value) {
  std::vector<std::string> texts;
  if (value.is_array()) {
    for (const Json& item : value) {
      texts.push_back(text_of(item));
    }
  } else if (!value.is_null()) {
    texts.push_back(text_of(value));
  }
  return texts;
}

/// What one asked claim wants: `value`, or `values` (spelled `Values` by policies), as texts.
std::vector<std::string> wanted_values(const Json& asked) {
  std::vector<std::string> wanted;
  if (!asked.is_object()) {
    return wanted;
  }
  for (const char* name : {"value", "values", "Values"}) {
    if (const auto found = asked.find(name); found != asked.end()) {
      const std::vector<std::string> texts = texts_of(*found);
      wanted.insert(wanted.end(), texts.begin(), texts.end());
    }
  }
  return wanted;
}

std::vector<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
}

/// How the token carries what one asked claim wants.
Json carried_claim(std::string_view claim, const std::vector<std::string>& wanted) {
  if (claim == "acrs" || claim == "polids" || wanted.size() > 1) {
    return wanted;
  }
  return wanted.empty() ? Json(true) : Json(wanted.front());
}

/// MSAL's own samples write CP1.
bool names_cp1(const std::vector<std::string>& capabilities) {
  return std::any_of(capabilities.begin(), capabilities.end(), [](const std::string& capability) {
    return equal_ignoring_case(capability, "cp1");
  });
}

}  // namespace

std::string plain_challenge(std::string_view base) {
  return bearer(base) + R"(, client_id="00000003-0000-0000-c000-000000000000")";
}

std::string claims_challenge(const Json& challenge, std::string_view base) {
  std::string out = bearer(base);
  out += R"(, error="insufficient_claims", claims=")";
  out += base64(json_text(challenge));
  out += '"';
  return out;
}

Json step_up_request(std::string_view value) { return essential("acrs", std::string(value)); }

Json revocation_request(Instant not_before) {
  return essential("nbf", std::to_string(unix_seconds(not_before)));
}

Result<AskedClaims> read_claims_parameter(std::string_view json) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed || !parsed->is_object()) {
    return fail("the claims parameter is not a JSON object");
  }
  AskedClaims asked;
  const auto access_token = parsed->find(kAccessToken);
  if (access_token == parsed->end() || access_token->is_null()) {
    return asked;
  }
  if (!access_token->is_object()) {
    return fail("access_token of the claims parameter is not a JSON object");
  }
  for (const auto& member : access_token->items()) {
    const std::vector<std::string> wanted = wanted_values(member.value());
    if (member.key() == "xms_cc") {
      asked.capable = names_cp1(wanted);
    } else {
      asked.claims[member.key()] = carried_claim(member.key(), wanted);
    }
  }
  return asked;
}

std::vector<std::string> claim_values(const Token& token, std::string_view name) {
  if (const auto own = token.claims.find(std::string(name)); own != token.claims.end()) {
    return texts_of(*own);
  }
  if (name == "xms_cc") {
    return token.capable ? std::vector<std::string>{"cp1"} : std::vector<std::string>{};
  }
  if (name == "roles") {
    return token.roles;
  }
  if (name == "scp") {
    return token.scopes;
  }
  if (name == "nbf" || name == "iat") {
    return {std::to_string(unix_seconds(token.issued))};
  }
  if (name == "idtyp") {
    return {token.user.empty() ? "app" : "user"};
  }
  if (name == "oid" || name == "sub") {
    return unless_empty(token.object_id);
  }
  if (name == "appid" || name == "azp") {
    return unless_empty(token.app);
  }
  if (name == "tid") {
    return unless_empty(token.tenant_id);
  }
  if (name == "upn") {
    return unless_empty(token.user);
  }
  return name == "aud" ? unless_empty(token.audience) : std::vector<std::string>{};
}

}  // namespace graphfault::graph
