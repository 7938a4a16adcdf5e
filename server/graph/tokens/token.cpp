// SPDX-License-Identifier: MIT
#include "graph/tokens/token.hpp"

#include "base/base64.hpp"
#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace graphfault::graph {
namespace {

constexpr std::string_view kTenantClaim = "graphfault_tenant";
constexpr std::string_view kEverythingClaim = "graphfault_all";
constexpr std::string_view kAskedNotBefore = "graphfault_nbf";
/// Claims that write_token makes itself, so that Token::claims can't.
constexpr std::array<std::string_view, 36> kOwnClaims{"aud",
                                                      "iss",
                                                      "iat",
                                                      "nbf",
                                                      "exp",
                                                      "aio",
                                                      "appid",
                                                      "app_displayname",
                                                      "appidacr",
                                                      "idp",
                                                      "idtyp",
                                                      "oid",
                                                      "rh",
                                                      "roles",
                                                      "scp",
                                                      "sub",
                                                      "tenant_region_scope",
                                                      "tid",
                                                      "upn",
                                                      "unique_name",
                                                      "name",
                                                      "uti",
                                                      "ver",
                                                      "wids",
                                                      "acct",
                                                      "acr",
                                                      "amr",
                                                      "ipaddr",
                                                      "puid",
                                                      "signin_state",
                                                      "xms_cc",
                                                      "xms_tcdt",
                                                      "xms_tdbr",
                                                      kTenantClaim,
                                                      kEverythingClaim,
                                                      kAskedNotBefore};

bool is_own_claim(std::string_view name) {
  return std::find(kOwnClaims.begin(), kOwnClaims.end(), name) != kOwnClaims.end();
}

/// A text that looks like the opaque claims do, the same for the same seed.
std::string opaque(std::string_view seed, std::size_t length) {
  std::string text = base64url(sha256(seed));
  while (text.size() < length) {
    text += base64url(sha256(text));
  }
  text.resize(length);
  return text;
}

std::vector<std::string> split_scopes(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    if (blank != 0) {
      words.emplace_back(text.substr(0, blank));
    }
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return words;
}

void add_app_claims(Json& claims, const Token& token) {
  claims["idtyp"] = "app";
  claims["oid"] = token.object_id;
  claims["rh"] = "1." + opaque("rh" + token.tenant_id, 40);
  if (!token.roles.empty()) {
    claims["roles"] = token.roles;
  }
  claims["sub"] = token.object_id;
}

/// Sixteen digits that look like a user's puid, the same for the same user.
std::string passport_id(std::string_view object_id) {
  std::string id = "10032000";
  for (const char digit : object_id.substr(0, 8)) {
    id += digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
  }
  return id;
}

void add_user_claims(Json& claims, const Token& token) {
  claims["acct"] = 0;
  claims["acr"] = "1";
  claims["amr"] = Json::array({"pwd"});
  claims["idtyp"] = "user";
  claims["ipaddr"] = "127.0.0.1";
  claims["name"] = token.user.substr(0, token.user.find('@'));
  claims["oid"] = token.object_id;
  claims["puid"] = passport_id(token.object_id);
  claims["rh"] = "1." + opaque("rh" + token.tenant_id, 40);
  claims["scp"] = fmt::format("{}", fmt::join(token.scopes, " "));
  claims["signin_state"] = Json::array({"kmsi"});
  claims["sub"] = token.object_id;
  claims["unique_name"] = token.user;
  claims["upn"] = token.user;
}

void add_tail(Json& claims, const Token& token) {
  claims["tenant_region_scope"] = "EU";
  claims["tid"] = token.tenant_id;
  claims["uti"] = token.id;
  claims["ver"] = "1.0";
  claims["wids"] = Json::array({"0997a1d0-0d1d-4acb-b408-d5ca73121e90"});
  if (token.capable) {
    claims["xms_cc"] = Json::array({"cp1"});
  }
  claims["xms_tcdt"] = 1544574363;
  claims["xms_tdbr"] = "EU";
  claims[std::string(kTenantClaim)] = token.tenant;
  if (token.all_roles) {
    claims[std::string(kEverythingClaim)] = true;
  }
  for (const auto& member : token.claims.items()) {
    if (!is_own_claim(member.key())) {
      claims[member.key()] = member.value();
    }
  }
  if (const auto asked = token.claims.find("nbf"); asked != token.claims.end()) {
    claims[std::string(kAskedNotBefore)] = *asked;
  }
}

Json claims_of(const Token& token) {
  Json claims = Json::object();
  claims["aud"] = token.audience;
  claims["iss"] = token.issuer;
  claims["iat"] = unix_seconds(token.issued);
  claims["nbf"] = unix_seconds(token.issued);
  claims["exp"] = unix_seconds(token.expires);
  claims["aio"] = "k2Rg" + opaque("aio" + token.id, 36);
  claims["app_displayname"] = token.app_name;
  claims["appid"] = token.app;
  claims["appidacr"] = token.app_proof;
  claims["idp"] = token.issuer;
  if (token.user.empty()) {
    add_app_claims(claims, token);
  } else {
    add_user_claims(claims, token);
  }
  add_tail(claims, token);
  return claims;
}

struct Parts {
  std::string_view signed_text{};
  std::string_view header{};
  std::string_view payload{};
  std::string_view signature{};
};

std::optional<Parts> take_apart(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t last = text.rfind('.');
  if (first == last || text.find('.', first + 1) != last) {
    return std::nullopt;
  }
  return Parts{.signed_text = text.substr(0, last),
               .header = text.substr(0, first),
               .payload = text.substr(first + 1, last - first - 1),
               .signature = text.substr(last + 1)};
}

std::optional<Json> object_of(std::string_view part) {
  const auto bytes = from_base64(part);
  if (!bytes) {
    return std::nullopt;
  }
  Result<Json> parsed = parse_json(*bytes);
  if (!parsed || !parsed->is_object()) {
    return std::nullopt;
  }
  return std::move(*parsed);
}

std::string text_claim(const Json& claims, std::string_view name) {
  const auto found = claims.find(name);
  return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Instant time_claim(const Json& claims, std::string_view name) {
  constexpr std::int64_t kLatest = 253402300799;  // the year 9999, which an Instant does not reach
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) {
    return Instant{};
  }
  const std::int64_t latest = std::min(kLatest, unix_seconds(Instant::max()));
  return Instant(
      std::chrono::seconds(std::clamp<std::int64_t>(found->get<std::int64_t>(), 0, latest)));
}

bool flag_claim(const Json& claims, std::string_view name) {
  const auto found = claims.find(name);
  return found != claims.end() && found->is_boolean() && found->get<bool>();
}

std::vector<std::string> list_claim(const Json& claims, std::string_view name) {
  std::vector<std::string> texts;
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_array()) {
    return texts;
  }
  for (const Json& item : *found) {
    if (item.is_string()) {
      texts.push_back(item.get<std::string>());
    }
  }
  return texts;
}

Token token_of(const Json& claims) {
  Token token;
  token.tenant = text_claim(claims, kTenantClaim);
  token.tenant_id = text_claim(claims, "tid");
  token.audience = text_claim(claims, "aud");
  token.issuer = text_claim(claims, "iss");
  token.app = text_claim(claims, "appid");
  token.app_name = text_claim(claims, "app_displayname");
  token.app_proof = text_claim(claims, "appidacr");
  token.roles = list_claim(claims, "roles");
  token.all_roles = flag_claim(claims, kEverythingClaim);
  token.scopes = split_scopes(text_claim(claims, "scp"));
  token.user = text_claim(claims, "upn");
  token.object_id = text_claim(claims, "oid");
  token.issued = time_claim(claims, "iat");
  token.expires = time_claim(claims, "exp");
  token.id = text_claim(claims, "uti");
  const std::vector<std::string> capabilities = list_claim(claims, "xms_cc");
  token.capable = std::find(capabilities.begin(), capabilities.end(), "cp1") != capabilities.end();
  for (const auto& member : claims.items()) {
    if (member.key() == kAskedNotBefore) {
      token.claims["nbf"] = member.value();
    } else if (!is_own_claim(member.key())) {
      token.claims[member.key()] = member.value();
    }
  }
  return token;
}

}  // namespace

std::string signed_claims(const Json& claims, const SigningKey& key) {
  const std::string key_id = token_key_id();
  Json header = Json::object();
  header["typ"] = "JWT";
  header["alg"] = "ES256";
  header["x5t"] = key_id;
  header["kid"] = key_id;
  std::string text = base64url(json_text(header));
  text += '.';
  text += base64url(json_text(claims));
  const std::string signature = key.sign(text);
  text += '.';
  text += base64url(signature);
  return text;
}

std::string write_token(const Token& token, const SigningKey& key) {
  return signed_claims(claims_of(token), key);
}

tl::expected<Token, TokenFault> read_token(std::string_view text, const SigningKey& key) {
  if (text.find('.') == std::string_view::npos) {
    return tl::unexpected<TokenFault>(TokenFault::no_dots);
  }
  const auto parts = take_apart(text);
  if (!parts || !object_of(parts->header)) {
    return tl::unexpected<TokenFault>(TokenFault::unreadable);
  }
  const auto claims = object_of(parts->payload);
  const auto signature = from_base64(parts->signature);
  if (!claims || !signature) {
    return tl::unexpected<TokenFault>(TokenFault::unreadable);
  }
  if (!key.verify(parts->signed_text, *signature)) {
    return tl::unexpected<TokenFault>(TokenFault::bad_signature);
  }
  return token_of(*claims);
}

const SigningKey& token_key() {
  static const SigningKey key = SigningKey::from_phrase("graphfault: this key protects nothing");
  return key;
}

std::string token_key_id() {
  static const std::string id = base64url(sha256(token_key().x() + token_key().y())).substr(0, 27);
  return id;
}

}  // namespace graphfault::graph
