// SPDX-License-Identifier: MIT
#include "app/commands/offline_token.hpp"

#include "engine/tenants/tenant.hpp"
#include "scenario/default_scenario.hpp"

#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

constexpr Instant kTokenTime{std::chrono::milliseconds(1'770'801'153'250)};

std::string refusal(const TokenOptions& options) {
  const auto token = offline_token(options, kTokenTime, 1);
  return token ? "good" : token.error().message;
}

TEST(OfflineToken, IsAnApplicationWithEveryPermission) {
  const auto token = offline_token({}, kTokenTime, 1);
  ASSERT_TRUE(token);
  EXPECT_TRUE(token->all_roles);
  EXPECT_EQ(token->user, "");
  EXPECT_EQ(token->tenant, "default");
  EXPECT_EQ(token->issued, Instant(std::chrono::seconds(1'770'801'153)));
  EXPECT_EQ(token->expires - token->issued, std::chrono::minutes(60));
  EXPECT_EQ(*graph::read_token(graph::write_token(*token, graph::token_key()), graph::token_key()),
            *token);
}

TEST(OfflineToken, HasTheIdThatItsTenantWillHave) {
  const auto token = offline_token({.tenant = "Default.T42"}, kTokenTime, 1);
  ASSERT_TRUE(token);
  const engine::Tenant tenant(1, *engine::parse_tenant_name("default.t42"),
                              scenario::default_scenario(), {}, kTokenTime);
  EXPECT_EQ(token->tenant, "default.t42");
  EXPECT_EQ(token->tenant_id, tenant.id());
}

TEST(OfflineToken, OfAUserWithClaimsOrExpired) {
  const auto user =
      offline_token({.user = "ada@contoso.example", .scopes = {"Mail.Read"}}, kTokenTime, 1);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->scopes, std::vector<std::string>{"Mail.Read"});
  EXPECT_TRUE(user->roles.empty());
  EXPECT_FALSE(user->all_roles);
  const auto claims = offline_token(
      {.claims = R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})"}, kTokenTime, 1);
  ASSERT_TRUE(claims);
  EXPECT_EQ(claims->claims.at("acrs"), Json::array({"c1"}));
  const auto expired = offline_token({.expired = true}, kTokenTime, 1);
  ASSERT_TRUE(expired);
  EXPECT_LT(expired->expires, kTokenTime);
  EXPECT_LT(expired->issued, expired->expires);
}

TEST(OfflineToken, WhatCannotBeIsRefused) {
  EXPECT_EQ(refusal({.tenant = "a b"}), "--tenant is 'a b', which is not a tenant name");
  EXPECT_EQ(refusal({.scopes = {"Mail.Read"}}), "--scopes needs --user");
  EXPECT_EQ(refusal({.roles = {"User.Read.All"}, .user = "ada"}),
            "--roles cannot be used with --user");
  EXPECT_EQ(refusal({.claims = "{"}).rfind("--claims: ", 0), 0U);
}

}  // namespace
}  // namespace graphfault::app
