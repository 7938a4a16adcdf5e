// SPDX-License-Identifier: MIT
#include "engine/sign_in/grants.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "engine/sign_in/testing/sign_in_bench.hpp"
#include "graph/tokens/token.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

using testing::expect_refused;
using testing::SignInBench;

constexpr std::string_view kGrantCall =
    "grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&"
    "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";

constexpr std::string_view kPasswordCall =
    "grant_type=password&client_id=app-1&username=adele%40contoso.example&password=p&client_info=1&"
    "scope=User.Read+openid+profile+offline_access";

TEST(Password, GivesAUsersToken) {
  SignInBench bench;
  const Json body = bench.post_ok("oauth2/v2.0/token", kPasswordCall);
  EXPECT_EQ(body["scope"], "User.Read openid profile");
  const graph::Token token = bench.token(body);
  EXPECT_EQ(token.user, "adele@contoso.example");
  EXPECT_EQ(token.scopes.front(), "User.Read");
  EXPECT_FALSE(token.all_roles);
  EXPECT_EQ(token.app_proof, "0") << "a public client";
  const auto id = graph::read_token(body["id_token"].get<std::string>(), graph::token_key());
  ASSERT_TRUE(id);
  EXPECT_EQ(id->audience, "app-1");
  EXPECT_EQ(id->issuer, "http://localhost:8080/@throttled.t42/" +
                            std::string(SignInBench::kTenantId) + "/v2.0");
  const auto info = parse_json(*from_base64(body["client_info"].get<std::string>()));
  EXPECT_EQ((*info)["uid"], token.object_id);
  EXPECT_EQ((*info)["utid"], SignInBench::kTenantId);
}

TEST(Password, GivesOnlyWhatWasAskedFor) {
  SignInBench bench;
  const Json body = bench.post_ok(
      "oauth2/v2.0/token",
      "grant_type=password&client_id=a&username=u&password=p&scope=https://graph.microsoft.com/"
      ".default");
  for (const char* name : {"refresh_token", "id_token", "client_info"}) {
    EXPECT_FALSE(body.contains(name)) << name;
  }
  EXPECT_TRUE(bench.token(body).all_roles);
}

TEST(RefreshToken, GivesANewOneForTheSameUser) {
  SignInBench bench;
  const Json first = bench.post_ok("oauth2/v2.0/token", kPasswordCall);
  const std::string refresh = first["refresh_token"].get<std::string>();
  const std::string form = "grant_type=refresh_token&client_id=app-1&refresh_token=" + refresh;
  const Json second = bench.post_ok("oauth2/v2.0/token", form);
  EXPECT_EQ(bench.token(second).user, "adele@contoso.example");
  EXPECT_EQ(second["scope"], first["scope"]);
  EXPECT_NE(second["refresh_token"], first["refresh_token"]);
  expect_refused(bench, {"grant_type=refresh_token&client_id=other&refresh_token=" + refresh, 70000,
                         400, "invalid_grant"});
  bench.tenant_now += std::chrono::hours(24 * 91);
  expect_refused(bench, {form, 700082, 400, "invalid_grant"});
}

TEST(DeviceCode, IsPendingOnceAndGoodOnce) {
  SignInBench bench;
  const Json begun = bench.post_ok("oauth2/v2.0/devicecode",
                                   "client_id=app-1&scope=User.Read+offline_access+openid");
  EXPECT_EQ(begun["user_code"].get<std::string>().size(), 9U);
  EXPECT_EQ(begun["expires_in"], 900);
  EXPECT_EQ(begun["interval"], 5);
  const std::string form =
      "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=app-1&device_code=" +
      begun["device_code"].get<std::string>();
  expect_refused(bench, {form, 70016, 400, "authorization_pending"});
  const Json body = bench.post_ok("oauth2/v2.0/token", form);
  EXPECT_EQ(bench.token(body).user, "adele.vance@contoso.example");
  EXPECT_TRUE(body.contains("refresh_token"));
  expect_refused(bench, {form, 70000, 400, "invalid_grant"});
}

TEST(DeviceCode, Expires) {
  SignInBench bench;
  const Json begun = bench.post_ok("oauth2/v2.0/devicecode", "client_id=app-1&scope=User.Read");
  bench.tenant_now += std::chrono::minutes(15);
  const std::string form = "grant_type=device_code&client_id=app-1&device_code=" +
                           begun["device_code"].get<std::string>();
  expect_refused(bench, {form, 70020, 400, "expired_token"});
}

TEST(OnBehalfOf, KeepsTheUser) {
  SignInBench bench;
  const std::string head =
      "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=middle&client_secret=s&"
      "requested_token_use=on_behalf_of&scope=https://graph.microsoft.com/.default&assertion=";
  const std::string user =
      bench.post_ok("oauth2/v2.0/token", kPasswordCall)["access_token"].get<std::string>();
  const graph::Token token = bench.token(bench.post_ok("oauth2/v2.0/token", head + user));
  EXPECT_EQ(token.user, "adele@contoso.example");
  EXPECT_EQ(token.app, "middle");
  const std::string app =
      bench.post_ok("oauth2/v2.0/token", kGrantCall)["access_token"].get<std::string>();
  const std::string of_app = head + app;
  expect_refused(bench, {of_app, 50013, 400, "invalid_grant"});
  bench.tenant_now += std::chrono::minutes(60);
  const std::string expired = head + user;
  expect_refused(bench, {expired, 500133, 400, "invalid_grant"});
}

}  // namespace
}  // namespace graphfault::engine
