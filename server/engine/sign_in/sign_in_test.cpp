// SPDX-License-Identifier: MIT
#include "engine/sign_in/sign_in.hpp"

#include "base/json.hpp"
#include "engine/sign_in/testing/sign_in_bench.hpp"
#include "graph/tokens/token.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::bad_request;
using testing::expect_refused;
using testing::Refusal;
using testing::SignInBench;

constexpr std::string_view kSecretCall =
    "grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&"
    "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";

scenario::App declared_app() {
  return {.id = "app-1", .secret = "correct-horse", .roles = {"User.Read.All"}};
}

TEST(ClientCredentials, GiveAnAppOnlyToken) {
  SignInBench bench;
  const Emulated answer = bench.post("oauth2/v2.0/token", kSecretCall);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json body = *parse_json(answer.body);
  EXPECT_EQ(answer.body.substr(0, 76),
            R"({"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token)");
  EXPECT_EQ(body.size(), 4U);
  const graph::Token token = bench.token(body);
  EXPECT_EQ(token.tenant, "throttled.t42");
  EXPECT_EQ(token.tenant_id, SignInBench::kTenantId);
  EXPECT_EQ(token.issuer, "https://sts.windows.net/" + std::string(SignInBench::kTenantId) + "/");
  EXPECT_EQ(token.app, "app-1");
  EXPECT_EQ(token.audience, "https://graph.microsoft.com");
  EXPECT_EQ(token.expires - token.issued, std::chrono::minutes(60));
  EXPECT_TRUE(token.all_roles);
  EXPECT_TRUE(token.user.empty());
  EXPECT_EQ(answer.headers.find("x-ms-request-id"), "trace");
}

// As MSAL for Go and MSAL for Java ask.
TEST(ClientCredentials, TakeTheScopesOfUsersForNothing) {
  const std::string_view scopes[] = {
      "https://graph.microsoft.com/.default+openid+offline_access+profile",
      "openid+profile+offline_access+https://graph.microsoft.com/.default"};
  for (const std::string_view scope : scopes) {
    SignInBench bench;
    const Json body = bench.post_ok(
        "oauth2/v2.0/token",
        "grant_type=client_credentials&client_id=a&client_secret=s&scope=" + std::string(scope));
    EXPECT_EQ(body.size(), 4U) << "no refresh token, no ID token";
    EXPECT_EQ(bench.token(body).audience, "https://graph.microsoft.com");
  }
}

TEST(ClientCredentials, GiveADeclaredAppItsRolesAlone) {
  SignInBench bench;
  bench.settings.apps = {declared_app()};
  bench.settings.tokens.lifetime = std::chrono::seconds(90);
  const Json body = bench.post_ok("oauth2/v2.0/token", kSecretCall);
  EXPECT_EQ(body["expires_in"], 89);
  const graph::Token token = bench.token(body);
  EXPECT_EQ(token.roles, std::vector<std::string>{"User.Read.All"});
  EXPECT_FALSE(token.all_roles);
}

TEST(ClientCredentials, TakeTheResourceInV1) {
  SignInBench bench;
  const Json body = bench.post_ok(
      "oauth2/token",
      "grant_type=client_credentials&client_id=a&client_secret=s&resource=https://graph.microsoft"
      ".com");
  EXPECT_EQ(body["expires_in"], "3599");
  EXPECT_EQ(body["resource"], "https://graph.microsoft.com");
  EXPECT_EQ(body["not_before"], std::to_string(SignInBench::kNowSeconds));
}

TEST(ClientCredentials, CarryTheClaimsThatAreAskedFor) {
  SignInBench bench;
  const std::string claims =
      "&claims=%7B%22access_token%22%3A%7B%22acrs%22%3A%7B%22essential%22%3Atrue%2C%22value%22%3A"
      "%22c1%22%7D%2C%22xms_cc%22%3A%7B%22values%22%3A%5B%22cp1%22%5D%7D%7D%7D";
  const graph::Token token =
      bench.token(bench.post_ok("oauth2/v2.0/token", std::string(kSecretCall) + claims));
  EXPECT_EQ(token.claims, Json({{"acrs", {"c1"}}}));
  EXPECT_TRUE(token.capable);
}

TEST(ClientCredentials, KnowTheResources) {
  const std::string_view graphs[] = {"https://graph.microsoft.us", "http://localhost:8080",
                                     "http://localhost:8080/@throttled.t42", "http://127.0.0.1:9",
                                     "https://localhost:8443"};
  for (const std::string_view resource : graphs) {
    SignInBench bench;
    const std::string form =
        "grant_type=client_credentials&client_id=a&client_secret=s&scope=" + std::string(resource) +
        "/.default";
    EXPECT_TRUE(bench.token(bench.post_ok("oauth2/v2.0/token", form))
                    .audience.starts_with("https://graph.microsoft."))
        << resource;
  }
  SignInBench bench;
  EXPECT_EQ(bench
                .token(bench.post_ok("oauth2/v2.0/token",
                                     "grant_type=client_credentials&client_id=a&client_secret=s&"
                                     "scope=api://middle/.default"))
                .audience,
            "api://middle");
}

TEST(TokenEndpoint, RefusesAsEntraDoes) {
  const Refusal rows[] = {
      {"", 900144, 400, "invalid_request"},
      {"grant_type=", 900144, 400, "invalid_request"},
      {"grant_type=client_credentials", 900144, 400, "invalid_request"},
      {"grant_type=magic&client_id=app-1", 70003, 400, "unsupported_grant_type"},
      {"grant_type=authorization_code&client_id=app-1&code=x", 70003, 400,
       "unsupported_grant_type"},
      {"grant_type=client_credentials&client_id=nobody&client_secret=s&scope=x", 700016, 400,
       "unauthorized_client"},
      {"grant_type=client_credentials&client_id=app-1&scope=x", 7000218, 401, "invalid_client"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=wrong&scope=x", 7000215, 401,
       "invalid_client"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=CORRECT-HORSE", 7000215, 401,
       "invalid_client"},
      {"grant_type=client_credentials&client_id=expired&client_secret=s&scope=x", 7000222, 401,
       "invalid_client"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse", 900144, 400,
       "invalid_request"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope="
       "User.Read.All",
       70011, 400, "invalid_scope"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope="
       "https://graph.microsoft.com/User.Read",
       70011, 400, "invalid_scope"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope=.default",
       70011, 400, "invalid_scope"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope="
       "https://graph.microsoft.com/.default+api://x/.default",
       70011, 400, "invalid_scope"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope=openid",
       70011, 400, "invalid_scope"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&scope="
       "https://vault.azure.net/.default",
       500011, 400, "invalid_resource"},
      {"grant_type=client_credentials&client_id=app-1&client_secret=correct-horse&claims=junk&"
       "scope=https://graph.microsoft.com/.default",
       9002313, 400, "invalid_request"},
  };
  for (const Refusal& row : rows) {
    SignInBench bench;
    bench.settings.apps = {declared_app(),
                           {.id = "expired", .secret = "s", .secret_expired = true}};
    expect_refused(bench, row);
  }
}

TEST(TokenEndpoint, RefusesUsersGrantsAsEntraDoes) {
  const Refusal rows[] = {
      {"grant_type=refresh_token&client_id=app-1", 900144, 400, "invalid_request"},
      {"grant_type=refresh_token&client_id=app-1&refresh_token=unknown", 70000, 400,
       "invalid_grant"},
      {"grant_type=password&client_id=app-1&username=u", 900144, 400, "invalid_request"},
      {"grant_type=password&client_id=app-1&username=u&password=p", 900144, 400, "invalid_request"},
      {"grant_type=password&client_id=app-1&username=u&password=p&scope=Mail.Read", 65001, 400,
       "invalid_grant"},
      {"grant_type=password&client_id=app-1&username=u&password=p&scope="
       "User.Read+api://x/access",
       70011, 400, "invalid_scope"},
      {"grant_type=device_code&client_id=app-1&device_code=unknown", 70000, 400, "invalid_grant"},
      {"grant_type=device_code&client_id=app-1", 900144, 400, "invalid_request"},
      {"grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=app-1&client_secret="
       "correct-horse&assertion=x",
       900144, 400, "invalid_request"},
      {"grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=app-1&client_secret="
       "correct-horse&assertion=junk&requested_token_use=on_behalf_of&scope=User.Read",
       50013, 400, "invalid_grant"},
  };
  for (const Refusal& row : rows) {
    SignInBench bench;
    bench.settings.apps = {declared_app(),
                           {.id = "expired", .secret = "s", .secret_expired = true}};
    expect_refused(bench, row);
  }
}

TEST(TokenEndpoint, SaysWhatItMissed) {
  SignInBench bench;
  EXPECT_NE(bench.post("oauth2/v2.0/token", "").body.find("parameter: 'grant_type'. Trace ID: "),
            std::string::npos);
  const std::string unknown_scope = bench
                                        .post("oauth2/v2.0/token",
                                              "grant_type=client_credentials&client_id=a&"
                                              "client_secret=s&scope=a+b")
                                        .body;
  EXPECT_NE(unknown_scope.find("The scope a b is not valid."), std::string::npos) << unknown_scope;
}

TEST(TokenEndpoint, ReadsFormsOnly) {
  SignInBench bench;
  const Emulated answer = bench.send({.method = "POST",
                                      .path = "oauth2/v2.0/token",
                                      .headers = {{"Content-Type", "application/json"}},
                                      .body = R"({"grant_type":"client_credentials"})"});
  EXPECT_EQ(bad_request(answer), 900144);
}

TEST(TokenEndpoint, TakesPostOnly) {
  for (const std::string_view method : {"GET", "PUT", "HEAD", "BREW"}) {
    SignInBench bench;
    const Emulated answer =
        bench.send({.method = std::string(method), .path = "oauth2/v2.0/token"});
    EXPECT_EQ(bad_request(answer), 900561) << method;
    EXPECT_NE(answer.body.find("Received a " + std::string(method) + " request."),
              std::string::npos)
        << answer.body;
  }
}

TEST(SignIn, AnswersUnknownPathsWithNothing) {
  SignInBench bench;
  for (const std::string_view path :
       {"oauth2", "oauth2/v2.0", "oauth2/v2.0/token/more", "oauth2/v2.0/authorize", "discovery"}) {
    const Emulated answer = bench.send({.method = "POST", .path = std::string(path)});
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_EQ(answer.body, "") << path;
    EXPECT_FALSE(answer.headers.contains("Content-Type")) << path;
  }
}

TEST(SignIn, LetsBrowsersAsk) {
  SignInBench bench;
  const Emulated answer = bench.send({.method = "OPTIONS",
                                      .path = "oauth2/v2.0/token",
                                      .headers = {{"Access-Control-Request-Headers", "x"}}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.find("Access-Control-Allow-Headers"), "x");
  EXPECT_EQ(answer.headers.find("Access-Control-Allow-Origin"), "*");
}

TEST(SignIn, OfAnUnknownTenantIsRefused) {
  const graph::AnswerStamp stamp{.request_id = "t", .client_request_id = "c"};
  const Emulated token = unknown_tenant_answer("nope", {"oauth2", "v2.0", "token"}, stamp);
  EXPECT_EQ(token.status, 400);
  EXPECT_EQ((*parse_json(token.body))["error"], "invalid_request");
  EXPECT_NE(token.body.find("AADSTS90002: Tenant 'nope' not found."), std::string::npos);
  const Emulated discovery =
      unknown_tenant_answer("nope", {"v2.0", ".well-known", "openid-configuration"}, stamp);
  EXPECT_EQ((*parse_json(discovery.body))["error"], "invalid_tenant");
}

TEST(SignIn, TellsItsPathsFromGraphs) {
  using Path = std::vector<std::string>;
  for (const Path& path :
       {Path{"common", "oauth2", "v2.0", "token"}, Path{"t", "OAuth2", "token"},
        Path{"t", "v2.0", ".well-known", "openid-configuration"},
        Path{"t", ".well-known", "openid-configuration"}, Path{"common", "discovery", "instance"},
        Path{"t", "discovery", "v2.0", "keys"}, Path{"common", "userrealm", "u@x"}}) {
    EXPECT_TRUE(is_sign_in_path(path)) << path[1];
  }
  for (const Path& path :
       {Path{}, Path{"oauth2"}, Path{"v1.0", "oauth2", "token"}, Path{"beta", "discovery", "keys"},
        Path{"users", "42"}, Path{"t", "v2.0"}, Path{"t", "v2.0", "oauth2", "token"}}) {
    EXPECT_FALSE(is_sign_in_path(path)) << path.size();
  }
}

TEST(SignInGrants, ForgetTheOldest) {
  SignInGrants grants(2);
  grants.add("a", {.app = "1"});
  grants.add("b", {.app = "2"});
  grants.add("a", {.app = "3"});
  grants.add("c", {.app = "4"});
  EXPECT_EQ(grants.size(), 2U);
  EXPECT_EQ(grants.find("a"), nullptr);
  ASSERT_NE(grants.find("b"), nullptr);
  grants.remove("b");
  grants.remove("b");
  grants.add("d", {});
  grants.add("e", {});
  EXPECT_EQ(grants.size(), 2U);
  EXPECT_EQ(grants.find("c"), nullptr);
}

}  // namespace
}  // namespace graphfault::engine
