// SPDX-License-Identifier: MIT
#include "engine/engine.hpp"

#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

using testing::Served;

constexpr const char* kOpen = "scenario: t\ntenant: {tokens: {accept: any}}\n";

std::string last_tenant(Served& served, const http::Answer& answer) {
  const auto tenant = served.engine.registry().find_serial(answer.ticket.tenant);
  return tenant == nullptr ? "none" : tenant->name().text();
}

TEST(Engine, ARequestBelongsToTheTenantItNames) {
  Served served(kOpen);
  graph::Token token = served.token();
  token.tenant = "default.by-token";
  const std::string by_token = Served::bearer(token);
  const struct {
    const char* target;
    http::Headers headers;
    const char* tenant;
  } cases[] = {
      {"/v1.0/users", {{"Authorization", "none"}}, "t"},
      {"/v1.0/users", {{"Authorization", "Bearer opaque"}}, "t"},
      {"/v1.0/users", {{"Authorization", by_token}}, "default.by-token"},
      {"/v1.0/users", {{"Authorization", by_token}, {"x-graphfault-tenant", "t.h"}}, "t.h"},
      {"/@T.P/v1.0/users", {{"Authorization", by_token}, {"X-Graphfault-Tenant", "t.h"}}, "t.p"},
      {"/@t.p", {}, "t.p"},
      {"http://graph.microsoft.com/@t.q/v1.0/users", {}, "t.q"},
      {"/common/oauth2/v2.0/token", {}, "t.common"},
      {"/default.s/oauth2/v2.0/token", {{"Authorization", by_token}}, "default.s"},
      {"/@t.p/common/oauth2/v2.0/token", {}, "t.p"},
      {"/contoso.com/v2.0/.well-known/openid-configuration", {}, "t.contoso-com"}};
  for (const auto& c : cases) {
    EXPECT_EQ(last_tenant(served, served.get(c.target, c.headers)), c.tenant) << c.target;
  }
}

TEST(Engine, NextLinksKeepThePrefix) {
  Served served(kOpen);
  const Json page = Served::json(served.get("/@t.x/v1.0/users?$top=2"));
  EXPECT_EQ(
      page["@odata.nextLink"].get<std::string>().rfind("http://localhost:8080/@t.x/v1.0/users?", 0),
      0U);
}

TEST(Engine, StraysAreAnsweredAndJournalled) {
  Served served(kOpen);
  graph::Token token = served.token();
  token.tenant = "gone";
  const struct {
    const char* target;
    http::Headers headers;
    int status;
    const char* hint;
  } cases[] = {
      {"/@nobody/v1.0/users", {}, 404, "tenant nobody"},
      {"/v1.0/users", {{"X-Graphfault-Tenant", "no body"}}, 404, "tenant no body"},
      {"/v1.0/users", {{"Authorization", Served::bearer(token)}}, 401, "issued for tenant gone"},
      {"/nobody/oauth2/v2.0/token", {}, 400, "tenant nobody"},
      {"no-slash", {}, 400, ""}};
  std::size_t strays = 0;
  for (const auto& c : cases) {
    const http::Answer answer = served.get(c.target, c.headers);
    EXPECT_EQ(answer.response.status, c.status) << c.target;
    EXPECT_EQ(answer.ticket, http::Ticket{});
    EXPECT_NE(Served::hint(answer).find(c.hint), std::string::npos) << Served::hint(answer);
    EXPECT_TRUE(Served::json(answer).contains("error"));
    const auto journal = served.engine.strays(strays++);
    ASSERT_EQ(journal.size(), 1U);
    EXPECT_EQ(journal[0].status, c.status);
    EXPECT_NE(journal[0].request_headers.find("Authorization").value_or("").substr(0, 10),
              "Bearer eyJ");
  }
  EXPECT_EQ(served.engine.counts().strays, 5U);
  EXPECT_EQ(served.engine.counts().requests, 5U);
  EXPECT_TRUE(served.engine.registry().tenants().empty());
}

TEST(Engine, AnUnknownSignInTenantIsAadsts90002) {
  Served served(kOpen);
  const Json body = Served::json(served.get("/nobody/v2.0/.well-known/openid-configuration"));
  EXPECT_EQ(body["error"], "invalid_tenant");
  EXPECT_EQ(body["error_codes"], Json::array({90002}));
}

TEST(Engine, RefusesInTheShapeOfGraph) {
  Served served(kOpen);
  const struct {
    RefusedRequest refused;
    const char* code;
    const char* message;
  } cases[] = {{{.status = 413, .code = "tooLarge", .message = "4 MiB."}, "tooLarge", "4 MiB."},
               {{.status = 418, .code = "teapot", .message = "Short."}, "teapot", "Short."}};
  for (const auto& c : cases) {
    const http::Answer answer = served.engine.refuse(
        c.refused, {.method = "POST", .headers = {{"client-request-id", "mine"}}}, served.now);
    EXPECT_EQ(answer.response.status, c.refused.status);
    EXPECT_EQ(Served::json(answer)["error"]["code"], c.code);
    EXPECT_EQ(Served::json(answer)["error"]["message"], c.message);
    EXPECT_EQ(Served::header(answer, "client-request-id"), "mine");
    EXPECT_TRUE(answer.plan.close);
    EXPECT_EQ(answer.ticket, http::Ticket{});
  }
  const http::Answer by_default = served.engine.refuse({.status = 400}, {}, served.now);
  EXPECT_EQ(Served::json(by_default)["error"]["code"], "Request_BadRequest");
  EXPECT_EQ(served.engine.counts().refused, 3U);
  EXPECT_EQ(served.engine.strays(0).size(), 3U);
}

TEST(Engine, ReportsOfUnknownTicketsAreIgnored) {
  Served served(kOpen);
  served.engine.leaving({.tenant = 77, .sequence = 1}, served.now);
  served.engine.sent({.tenant = 77, .sequence = 1}, {});
  const http::Answer answer = served.get("/v1.0/users");
  served.engine.leaving({.tenant = answer.ticket.tenant, .sequence = 99}, served.now);
  EXPECT_EQ(served.journal().size(), 1U);
}

}  // namespace
}  // namespace graphfault::engine
