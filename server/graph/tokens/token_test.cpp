// SPDX-License-Identifier: MIT
#include "graph/tokens/token.hpp"

#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::graph {
namespace {

Instant token_time(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

Token app_token() {
  return {.tenant = "throttled.t42",
          .tenant_id = "aaaaaaaa-0000-8000-8000-000000000001",
          .issuer = "https://sts.windows.net/aaaaaaaa-0000-8000-8000-000000000001/",
          .app = "11111111-2222-3333-4444-555555555555",
          .app_name = "report",
          .roles = {"User.Read.All", "AuditLog.Read.All"},
          .object_id = "cccccccc-0000-8000-8000-000000000003",
          .issued = token_time(1767225600),
          .expires = token_time(1767229200),
          .id = "uti-1",
          .capable = true,
          .claims = *parse_json(R"({"acrs":["c1"],"nbf":"1604106651"})")};
}

Token user_token() {
  Token token = app_token();
  token.roles.clear();
  token.scopes = {"User.Read", "Mail.Read"};
  token.user = "adele@contoso.example";
  token.all_roles = true;
  token.capable = false;
  token.claims = Json::object();
  return token;
}

Json payload_of(const std::string& text) {
  const std::size_t first = text.find('.');
  return *parse_json(*from_base64(text.substr(first + 1, text.rfind('.') - first - 1)));
}

TEST(Token, ComesBackAsItWasWritten) {
  for (const Token& token : {app_token(), user_token(), Token{}}) {
    const std::string text = write_token(token, token_key());
    const auto read = read_token(text, token_key());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, token);
  }
}

TEST(Token, OfAnAppHasTheClaimsOfOne) {
  const Json claims = payload_of(write_token(app_token(), token_key()));
  EXPECT_EQ(claims["aud"], "https://graph.microsoft.com");
  EXPECT_EQ(claims["iat"], 1767225600);
  EXPECT_EQ(claims["nbf"], 1767225600);
  EXPECT_EQ(claims["exp"], 1767229200);
  EXPECT_EQ(claims["idtyp"], "app");
  EXPECT_EQ(claims["appidacr"], "1");
  EXPECT_EQ(claims["ver"], "1.0");
  EXPECT_EQ(claims["sub"], claims["oid"]);
  EXPECT_EQ(claims["xms_cc"], Json::array({"cp1"}));
  EXPECT_EQ(claims["acrs"], Json::array({"c1"}));
  EXPECT_EQ(claims["wids"], Json::array({"0997a1d0-0d1d-4acb-b408-d5ca73121e90"}));
  for (const char* name : {"aio", "rh", "tenant_region_scope", "tid", "uti", "xms_tcdt"}) {
    EXPECT_TRUE(claims.contains(name)) << name;
  }
  for (const char* name : {"scp", "upn", "graphfault_all"}) {
    EXPECT_FALSE(claims.contains(name)) << name;
  }
}

TEST(Token, OfAUserHasTheClaimsOfOne) {
  const Json claims = payload_of(write_token(user_token(), token_key()));
  EXPECT_EQ(claims["scp"], "User.Read Mail.Read");
  EXPECT_EQ(claims["idtyp"], "user");
  EXPECT_EQ(claims["upn"], "adele@contoso.example");
  EXPECT_EQ(claims["graphfault_all"], true);
  EXPECT_EQ(claims["puid"].get<std::string>().size(), 16U);
  for (const char* name : {"acct", "acr", "amr", "ipaddr", "name", "signin_state", "unique_name"}) {
    EXPECT_TRUE(claims.contains(name)) << name;
  }
  EXPECT_FALSE(claims.contains("roles"));
  EXPECT_FALSE(claims.contains("xms_cc"));
}

TEST(Token, CannotBeMadeToSayWhatTheIssuerDecides) {
  Token token = app_token();
  token.claims = *parse_json(R"({"aud":"x","roles":["Everything"],"graphfault_all":true})");
  const auto read = read_token(write_token(token, token_key()), token_key());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->audience, "https://graph.microsoft.com");
  EXPECT_EQ(read->roles, token.roles);
  token.roles.clear();
  EXPECT_TRUE(read_token(write_token(token, token_key()), token_key())->roles.empty());
  EXPECT_FALSE(read_token(write_token(token, token_key()), token_key())->all_roles);
}

TEST(Token, IsRefusedForWhatIsWrongWithIt) {
  const std::string good = write_token(app_token(), token_key());
  const std::size_t first = good.find('.');
  const std::size_t last = good.rfind('.');
  const std::string other_payload = base64url(R"({"aud":"https://graph.microsoft.com"})");
  std::string flipped = good;
  flipped[last + 5] = flipped[last + 5] == 'A' ? 'B' : 'A';
  struct Row {
    std::string text;
    TokenFault fault;
  };
  const Row rows[] = {
      {"Junk", TokenFault::no_dots},
      {"", TokenFault::no_dots},
      {"a.b", TokenFault::unreadable},
      {"a.b.c", TokenFault::unreadable},
      {"..", TokenFault::unreadable},
      {"...", TokenFault::unreadable},
      {good + ".x", TokenFault::unreadable},
      {good.substr(0, first) + ".?" + good.substr(last), TokenFault::unreadable},
      {"e30.W10." + good.substr(last + 1), TokenFault::unreadable},
      {good.substr(0, last) + ".", TokenFault::bad_signature},
      {good.substr(0, first + 1) + other_payload + good.substr(last), TokenFault::bad_signature},
      {flipped, TokenFault::bad_signature},
      {write_token(app_token(), SigningKey::from_phrase("another")), TokenFault::bad_signature},
  };
  for (const Row& row : rows) {
    const auto read = read_token(row.text, token_key());
    ASSERT_FALSE(read) << row.text;
    EXPECT_EQ(read.error(), row.fault) << row.text;
  }
}

/// A token whose payload is that text, rightly signed.
std::string signed_with(std::string_view payload) {
  const std::string text = base64url(R"({"typ":"JWT","alg":"ES256"})") + "." + base64url(payload);
  return text + "." + base64url(token_key().sign(text));
}

TEST(Token, SurvivesOddClaims) {
  for (const std::string_view payload :
       {R"({"exp":1e300,"iat":-5,"roles":"x","scp":7,"xms_cc":{}})",
        R"({"exp":18446744073709551615,"iat":"now","roles":[1,null,"A"],"upn":[]})",
        R"({"exp":-9223372036854775808,"scp":"   ","aud":null})", "{}"}) {
    const auto read = read_token(signed_with(payload), token_key());
    ASSERT_TRUE(read) << payload;
    EXPECT_GE(read->expires, Instant{}) << payload;
    EXPECT_TRUE(read->scopes.empty()) << payload;
  }
}

TEST(Token, KeyIsTheSameEverywhere) {
  EXPECT_EQ(token_key().x(), SigningKey::from_phrase("graphfault: this key protects nothing").x());
  EXPECT_EQ(token_key_id().size(), 27U);
}

}  // namespace
}  // namespace graphfault::graph
