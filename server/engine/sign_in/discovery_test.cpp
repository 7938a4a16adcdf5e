// SPDX-License-Identifier: MIT
#include "engine/sign_in/discovery.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "engine/sign_in/testing/sign_in_bench.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

using testing::bad_request;
using testing::SignInBench;

Json get(SignInBench& bench, const std::string& path, const std::string& query = {}) {
  const Emulated answer = bench.send({.method = "GET", .path = path, .query = query});
  EXPECT_EQ(answer.status, 200) << path;
  EXPECT_EQ(answer.headers.find("Cache-Control"), "max-age=86400, private");
  return *parse_json(answer.body);
}

TEST(Discovery, NamesTheOriginThatWasCalled) {
  SignInBench bench;
  const Json v2 = get(bench, "v2.0/.well-known/openid-configuration");
  const std::string root = "http://localhost:8080/@throttled.t42/contoso.example";
  EXPECT_EQ(v2["token_endpoint"], root + "/oauth2/v2.0/token");
  EXPECT_EQ(v2["authorization_endpoint"], root + "/oauth2/v2.0/authorize");
  EXPECT_EQ(v2["device_authorization_endpoint"], root + "/oauth2/v2.0/devicecode");
  EXPECT_EQ(v2["jwks_uri"], root + "/discovery/v2.0/keys");
  EXPECT_EQ(v2["issuer"], "http://localhost:8080/@throttled.t42/" +
                              std::string(SignInBench::kTenantId) + "/v2.0");
  EXPECT_EQ(v2["userinfo_endpoint"], "http://localhost:8080/@throttled.t42/oidc/userinfo");
  EXPECT_EQ(v2["msgraph_host"], "localhost:8080");
  EXPECT_EQ(v2.dump().find("microsoft.com"), std::string::npos) << "an endpoint elsewhere";
  EXPECT_EQ(v2["token_endpoint_auth_methods_supported"],
            Json::array({"client_secret_post", "private_key_jwt", "client_secret_basic"}));
  const Json v1 = get(bench, ".well-known/openid-configuration");
  EXPECT_EQ(v1["token_endpoint"], root + "/oauth2/token");
  EXPECT_EQ(v1["issuer"], "https://sts.windows.net/" + std::string(SignInBench::kTenantId) + "/");
}

TEST(Discovery, NamesTheGraphOfTheCloudThatWasCalled) {
  SignInBench bench;
  bench.base = "https://login.microsoftonline.us";
  const Json v2 = get(bench, "v2.0/.well-known/openid-configuration");
  EXPECT_EQ(v2["userinfo_endpoint"], "https://graph.microsoft.us/oidc/userinfo");
  EXPECT_EQ(v2["msgraph_host"], "graph.microsoft.us");
}

TEST(Discovery, PublishesTheKeyThatSigns) {
  SignInBench bench;
  const Json keys = get(bench, "discovery/v2.0/keys")["keys"];
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0]["kid"], graph::token_key_id());
  EXPECT_EQ(keys[0]["kty"], "EC");
  EXPECT_EQ(from_base64(keys[0]["x"].get<std::string>()), graph::token_key().x());
  EXPECT_EQ(from_base64(keys[0]["y"].get<std::string>()), graph::token_key().y());
  EXPECT_EQ(get(bench, "discovery/keys")["keys"], keys);
}

TEST(Discovery, KnowsEntrasInstancesAndItself) {
  SignInBench bench;
  bench.tenant = "common";
  const Json own = get(bench, "discovery/instance",
                       "?api-version=1.1&authorization_endpoint=http%3A%2F%2Flocalhost%3A8080%2F"
                       "%40throttled.t42%2Fcontoso.example%2Foauth2%2Fv2.0%2Fauthorize");
  EXPECT_EQ(own["tenant_discovery_endpoint"],
            "http://localhost:8080/@throttled.t42/contoso.example/v2.0/.well-known/"
            "openid-configuration");
  EXPECT_EQ(own["metadata"][0]["aliases"], Json::array({"localhost:8080"}));
  const Json entra = get(bench, "discovery/instance",
                         "?authorization_endpoint=https://login.microsoftonline.com/tid/oauth2/"
                         "authorize");
  EXPECT_EQ(entra["api-version"], "1.1");
  EXPECT_NE(entra["tenant_discovery_endpoint"].get<std::string>().find("/tid/v2.0/"),
            std::string::npos);
}

TEST(DevicePage, TellsWhoeverOpensItThatThereIsNothingToDo) {
  SignInBench bench;
  bench.tenant = "common";
  const Emulated page = bench.send({.method = "GET", .path = "oauth2/deviceauth"});
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.find("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_TRUE(page.body.starts_with("There is no code to enter here"));
}

TEST(Discovery, RefusesOtherInstances) {
  SignInBench bench;
  bench.tenant = "common";
  const auto ask = [&](const std::string& query) {
    return bad_request(bench.send({.method = "GET", .path = "discovery/instance", .query = query}));
  };
  EXPECT_EQ(ask(""), 900144);
  EXPECT_EQ(ask("?authorization_endpoint="), 900144);
  EXPECT_EQ(ask("?authorization_endpoint=https://login.evil.example/t/oauth2/authorize"), 50049);
  EXPECT_EQ(ask("?authorization_endpoint=https://login.microsoftonline.com.evil.example/t"), 50049);
  EXPECT_EQ(ask("?authorization_endpoint=junk"), 50049);
}

TEST(Discovery, TakesEveryAccountForAManagedOne) {
  SignInBench bench;
  bench.tenant = "common";
  const Json realm = get(bench, "userrealm/adele@contoso.example", "?api-version=1.0");
  EXPECT_EQ(realm["account_type"], "Managed");
  EXPECT_EQ(realm["domain_name"], "contoso.example");
  EXPECT_EQ(get(bench, "userrealm/nobody")["domain_name"], "");
}

TEST(Discovery, IsRead) {
  SignInBench bench;
  const Emulated answer =
      bench.send({.method = "POST", .path = "v2.0/.well-known/openid-configuration"});
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.headers.find("Allow"), "GET, OPTIONS");
}

}  // namespace
}  // namespace graphfault::engine
