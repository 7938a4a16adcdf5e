// SPDX-License-Identifier: MIT
// Scenarios in which a user is changed.
#include "graph/update.hpp"
#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"

#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

tl::expected<UpdateOutcome, Failure> give_title(Tenant& tenant, const std::string& id) {
  Json changes = Json::object();
  changes["jobTitle"] = "Auditor";
  return update_object(tenant.session(), "/users/" + id, changes);
}

std::string title_of(Tenant& tenant, const std::string& id) {
  const auto reply = tenant.get("/users/" + id + "?$select=jobTitle");
  return reply ? text_of(parse_json(reply->body).value_or(Json()), "jobTitle") : std::string{};
}

std::vector<int> statuses(const Journal& journal) {
  std::vector<int> out;
  for (const Entry& entry : journal) {
    out.push_back(entry.status);
  }
  return out;
}

TEST_F(Scenario, concurrency_conflict) {
  Tenant& t = tenant();
  const std::string id = any_user(t);
  const auto outcome = give_title(t, id);
  ASSERT_TRUE(outcome) << report(outcome.error());
  const Journal writes = only(t.journal(), "PATCH");
  ASSERT_EQ(statuses(writes), (std::vector<int>{409, 409, 204}));
  EXPECT_EQ(writes[0].code, "Directory_ConcurrencyViolation");
  EXPECT_EQ(writes[1].step, 2);
  EXPECT_EQ(writes[0].retry_after, std::nullopt);
  EXPECT_EQ(writes[1].retry_after, Milliseconds(1000));
  EXPECT_TRUE(waits_kept(writes));
  EXPECT_GE(wait_between(writes[0], writes[1]), Milliseconds(500)) << "a delay without being told";
  EXPECT_GE(wait_between(writes[1], writes[2]), Milliseconds(1000));
  EXPECT_EQ(title_of(t, id), "Auditor");
}

TEST_F(Scenario, precondition_failed) {
  Tenant& t = tenant();
  const std::string id = any_user(t);
  const auto outcome = give_title(t, id);
  ASSERT_TRUE(outcome) << report(outcome.error());
  EXPECT_EQ(outcome->writes, 2);
  EXPECT_TRUE(outcome->guarded);
  const Journal journal = t.journal();
  const Journal writes = only(journal, "PATCH");
  ASSERT_EQ(statuses(writes), (std::vector<int>{412, 204}));
  EXPECT_NE(writes[0].response_body.find("entityTagDoesNotMatch"), std::string::npos);
  for (const Entry& write : writes) {
    EXPECT_NE(write.request_header("If-Match"), "");
  }
  Journal of_user;
  for (const Entry& entry : graph_calls(journal)) {
    if (entry.path != "/users") {
      of_user.push_back(entry);
    }
  }
  ASSERT_EQ(of_user.size(), 4U);
  EXPECT_EQ(of_user[2].method, "GET") << "it reads again before it writes again";
  EXPECT_EQ(of_user[2].rule, 1);
  EXPECT_EQ(title_of(t, id), "Auditor");
}

TEST_F(Scenario, locked_resource) {
  Tenant& t = tenant();
  const auto outcome = give_title(t, any_user(t));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, FailureKind::refused);
  EXPECT_EQ(outcome.error().error.status, 423);
  EXPECT_EQ(specific_code(outcome.error().error), "lockMismatch");
  EXPECT_NE(advice(outcome.error()).find("lock"), std::string::npos);
  const Journal writes = only(t.journal(), "PATCH");
  ASSERT_EQ(writes.size(), 1U);
  EXPECT_EQ(writes[0].rule, 1);
}

TEST_F(Scenario, validation_details) {
  Tenant& t = tenant();
  const auto outcome = give_title(t, any_user(t));
  ASSERT_FALSE(outcome);
  const ServiceError& error = outcome.error().error;
  EXPECT_EQ(error.status, 422);
  ASSERT_EQ(error.details.size(), 2U);
  EXPECT_EQ(error.details[0].target, "mailNickname");
  EXPECT_EQ(error.details[1].code, "InvalidLength");
  const std::string text = report(outcome.error());
  EXPECT_NE(text.find("mailNickname: PropertyConflict"), std::string::npos) << text;
  EXPECT_NE(text.find("jobTitle: InvalidLength"), std::string::npos) << text;
  EXPECT_EQ(only(t.journal(), "PATCH").size(), 1U);
}

}  // namespace
}  // namespace graphclient::suite
