// SPDX-License-Identifier: MIT
#include "harness/scenario.hpp"

#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

struct Row {
  std::string path{};
  int status = 0;
  std::string code{};  ///< the most specific one
};

TEST_F(Scenario, status_table) {
  const std::vector<Row> rows{
      {"400", 400, "Request_BadRequest"},
      {"402", 402, "paymentRequired"},
      {"403", 403, "Authorization_RequestDenied"},
      {"403-license", 403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"},
      {"403-quota", 403, "Directory_QuotaExceeded"},
      {"404", 404, "Request_ResourceNotFound"},
      {"405", 405, "Request_BadRequest"},
      {"406", 406, "notAcceptable"},
      {"409-name", 409, "nameAlreadyExists"},
      {"409-modified", 409, "resourceModified"},
      {"410", 410, "resyncApplyDifferences"},
      {"412", 412, "entityTagDoesNotMatch"},
      {"413", 413, "requestEntityTooLarge"},
      {"415", 415, "RequestBodyRead"},
      {"416", 416, "invalidRange"},
      {"422", 422, "Request_UnprocessableEntity"},
      {"423", 423, "accessDenied"},
      {"500", 500, "Service_InternalServerError"},
      {"501", 501, "NotImplemented"},
      {"507", 507, "quotaLimitReached"},
  };
  Tenant& t = tenant();
  for (const Row& row : rows) {
    const std::size_t before = t.journal().size();
    const auto reply = t.get("/status/" + row.path);
    ASSERT_FALSE(reply) << row.path;
    const ServiceError& error = reply.error().error;
    EXPECT_EQ(reply.error().kind, FailureKind::refused) << row.path;
    EXPECT_EQ(error.status, row.status) << row.path;
    EXPECT_NE(error.code, "") << row.path;
    EXPECT_NE(error.request_id, "") << row.path;
    EXPECT_NE(error.date, "") << row.path;
    EXPECT_NE(advice(reply.error()), "") << row.path;
    EXPECT_EQ(specific_code(error), row.code) << row.path;
    const std::size_t sign_in = before == 0 ? 1 : 0;
    EXPECT_EQ(t.journal().size(), before + 1 + sign_in) << row.path << ": asked once";
    EXPECT_GT(t.journal().back().rule, 0) << row.path;
  }
  EXPECT_EQ(t.clock().slept(), Milliseconds(0));
}

TEST_F(Scenario, status_table__what_passes) {
  Tenant& t = tenant("passes");
  for (const std::string path : {"409", "429", "503", "504", "509"}) {
    const auto reply = t.get("/status/" + path);
    ASSERT_TRUE(reply) << path << report(reply.error());
    EXPECT_EQ(text_of(*parse_json(reply->body), "id"), path);
    const Journal calls = graph_calls(t.journal());
    ASSERT_GE(calls.size(), 2U);
    const Entry& refusal = calls.at(calls.size() - 2);
    EXPECT_EQ(refusal.status, std::stoi(path));
    const bool names_a_wait = path == "429" || path == "503" || path == "509";
    EXPECT_EQ(refusal.response_header("Retry-After"), names_a_wait ? "1" : "") << path;
    EXPECT_GT(refusal.rule, 0);
    EXPECT_GE(wait_between(refusal, calls.back()), Milliseconds(500)) << path;
  }
  EXPECT_EQ(graph_calls(t.journal()).size(), 10U);
  EXPECT_TRUE(waits_kept(t.journal()));
}

TEST_F(Scenario, status_table__unauthorized) {
  Tenant& t = tenant("unauthorized");
  const auto reply = t.get("/status/401");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().error.code, "InvalidAuthenticationToken");
  const Journal journal = t.journal();
  EXPECT_EQ(graph_calls(journal).size(), 2U) << "once more with a new token, and no further";
  EXPECT_EQ(token_calls(journal).size(), 2U);
}

TEST_F(Scenario, status_table__claims) {
  Tenant& t = tenant("claims");
  const auto reply = t.get("/status/403-claims");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::step_up);
  EXPECT_NE(reply.error().error.claims, "");
  EXPECT_EQ(graph_calls(t.journal()).size(), 1U);
}

TEST_F(Scenario, status_table__html) {
  Tenant& t = tenant("html");
  const auto reply = t.get("/status/411");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().error.status, 411);
  EXPECT_EQ(reply.error().error.code, "");
  EXPECT_NE(reply.error().error.message.find("HTML"), std::string::npos);
  EXPECT_EQ(graph_calls(t.journal()).size(), 1U);
}

}  // namespace
}  // namespace graphclient::suite
