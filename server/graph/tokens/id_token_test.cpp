// SPDX-License-Identifier: MIT
#include "graph/tokens/id_token.hpp"

#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

Token access_token() {
  Token token;
  token.tenant = "default";
  token.tenant_id = "6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9";
  token.issuer = "https://sts.windows.net/6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9/";
  token.app = "app-1";
  token.user = "adele@contoso.example";
  token.object_id = "0f5e3c7a-2f0c-4f0e-9e0e-3a5b1c2d4e6f";
  token.scopes = {"User.Read"};
  token.all_roles = true;
  token.issued = Instant(std::chrono::seconds(1767225600));
  token.expires = Instant(std::chrono::seconds(1767229200));
  return token;
}

Json written(const IdTokenRequest& request) {
  const std::string text = write_id_token(access_token(), request, token_key());
  EXPECT_TRUE(read_token(text, token_key())) << "signed by the published key";
  const std::size_t first = text.find('.');
  return *parse_json(*from_base64(text.substr(first + 1, text.rfind('.') - first - 1)));
}

TEST(IdToken, TellsTheAppWhoSignedIn) {
  const Json claims = written({.issuer = "https://localhost/tid/v2.0", .nonce = "n-1"});
  EXPECT_EQ(claims["aud"], "app-1");
  EXPECT_EQ(claims["iss"], "https://localhost/tid/v2.0");
  EXPECT_EQ(claims["iat"], 1767225600);
  EXPECT_EQ(claims["exp"], 1767229200);
  EXPECT_EQ(claims["name"], "adele");
  EXPECT_EQ(claims["preferred_username"], "adele@contoso.example");
  EXPECT_EQ(claims["oid"], access_token().object_id);
  EXPECT_NE(claims["sub"], claims["oid"]);
  EXPECT_EQ(claims["tid"], access_token().tenant_id);
  EXPECT_EQ(claims["nonce"], "n-1");
  EXPECT_EQ(claims["ver"], "2.0");
}

TEST(IdToken, OfTheFirstVersionNamesTheUserItsOwnWay) {
  const Json claims = written({.issuer = access_token().issuer, .v1 = true});
  EXPECT_EQ(claims["upn"], "adele@contoso.example");
  EXPECT_EQ(claims["unique_name"], "adele@contoso.example");
  EXPECT_EQ(claims["ver"], "1.0");
  EXPECT_FALSE(claims.contains("preferred_username"));
}

TEST(IdToken, OpensNoDoor) {
  for (const bool v1 : {false, true}) {
    const Json claims = written({.issuer = "i", .v1 = v1});
    for (const char* name : {"scp", "roles", "appid", "graphfault_all", "nonce"}) {
      EXPECT_FALSE(claims.contains(name)) << name;
    }
  }
}

}  // namespace
}  // namespace graphfault::graph
