// SPDX-License-Identifier: MIT
// Scenarios of $batch.
#include "graph/batch.hpp"

#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"

#include <map>
#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

Operation read_group(const std::string& id) { return {.id = id, .url = "/groups/" + id}; }

Operation rename_group(const std::string& id) {
  Json body = Json::object();
  body["displayName"] = "New name";
  return {.id = id, .method = "PATCH", .url = "/groups/" + id, .body = body};
}

std::vector<std::string> operation_ids(const Entry& batch) {
  std::vector<std::string> ids;
  for (const Entry& operation : batch.operations) {
    ids.push_back(operation.operation);
  }
  return ids;
}

std::string code_of(const OperationOutcome& outcome) {
  return outcome.error ? outcome.error->code : std::string{};
}

std::map<std::string, int> statuses(const BatchOutcome& outcome) {
  std::map<std::string, int> out;
  for (const OperationOutcome& one : outcome.operations) {
    out[one.id] = one.status;
  }
  return out;
}

TEST_F(Scenario, batch_mixed_results) {
  Tenant& t = tenant();
  const BatchOutcome outcome =
      run_batch(t.session(), {read_group("finance"), read_group("sales"), read_group("busy"),
                              read_group("slow"), read_group("secret"), read_group("nowhere")});
  EXPECT_FALSE(outcome.failure) << report(*outcome.failure);
  EXPECT_EQ(statuses(outcome), (std::map<std::string, int>{{"finance", 200},
                                                           {"sales", 200},
                                                           {"busy", 200},
                                                           {"slow", 200},
                                                           {"secret", 403},
                                                           {"nowhere", 404}}));
  EXPECT_EQ(code_of(outcome.operations[4]), "Authorization_RequestDenied");
  EXPECT_EQ(code_of(outcome.operations[5]), "Request_ResourceNotFound");

  const Journal batches = graph_calls(t.journal());
  ASSERT_EQ(batches.size(), 2U);
  EXPECT_EQ(batches[0].operations.size(), 6U);
  EXPECT_EQ(operation_ids(batches[1]), (std::vector<std::string>{"busy", "slow"}));
  EXPECT_GE(wait_between(batches[0], batches[1]), Milliseconds(1000));
  EXPECT_EQ(batches[0].operations[2].line(), "GET /groups/busy 429 rule 1 step 1");
  EXPECT_EQ(batches[0].operations[2].retry_after, Milliseconds(1000));
  EXPECT_EQ(batches[0].operations[3].line(), "GET /groups/slow 503 rule 2 step 1");
}

TEST_F(Scenario, batch_mixed_results__depends_on) {
  Tenant& t = tenant("chain");
  std::vector<Operation> operations{read_group("busy"), read_group("sales"), read_group("finance")};
  operations[1].depends_on = {"busy"};
  operations[2].depends_on = {"sales"};
  const BatchOutcome outcome = run_batch(t.session(), operations);
  EXPECT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.succeeded(), 3);
  const Journal batches = graph_calls(t.journal());
  ASSERT_EQ(batches.size(), 2U);
  EXPECT_EQ(batches[0].operations.at(1).status, 424);
  EXPECT_EQ(operation_ids(batches[1]), (std::vector<std::string>{"busy", "sales", "finance"}));

  Tenant& hopeless = tenant("hopeless");
  std::vector<Operation> doomed{read_group("secret"), read_group("sales")};
  doomed[1].depends_on = {"secret"};
  const BatchOutcome refused = run_batch(hopeless.session(), doomed);
  EXPECT_EQ(statuses(refused), (std::map<std::string, int>{{"secret", 403}, {"sales", 424}}));
  EXPECT_EQ(graph_calls(hopeless.journal()).size(), 1U);
}

TEST_F(Scenario, batch_mixed_results__more_than_twenty) {
  Tenant& t = tenant("many");
  std::vector<Operation> operations;
  for (int i = 1; i <= 45; ++i) {
    operations.push_back({.id = std::to_string(i), .url = "/groups/finance"});
  }
  const BatchOutcome outcome = run_batch(t.session(), operations);
  EXPECT_EQ(outcome.succeeded(), 45);
  const Journal batches = graph_calls(t.journal());
  ASSERT_EQ(batches.size(), 3U);
  EXPECT_EQ(batches[0].operations.size(), 20U);
  EXPECT_EQ(batches[2].operations.size(), 5U);
}

TEST_F(Scenario, batch_details) {
  Tenant& t = tenant();
  const BatchOutcome outcome =
      run_batch(t.session(), {rename_group("finance"),
                              rename_group("sales"),
                              {.id = "users", .url = "/users?$top=1&$select=id"}});
  ASSERT_TRUE(outcome.failure);
  const ServiceError& error = outcome.failure->error;
  EXPECT_EQ(error.status, 422);
  EXPECT_EQ(error.code, "Request_UnprocessableEntity");
  ASSERT_EQ(error.details.size(), 2U);
  EXPECT_EQ(code_of(outcome.operations[0]), "PropertyConflict");
  EXPECT_EQ(code_of(outcome.operations[1]), "Authorization_RequestDenied");
  EXPECT_FALSE(outcome.operations[2].error) << "the read is not in the list";
  const std::string text = report(*outcome.failure);
  EXPECT_NE(text.find("finance: PropertyConflict"), std::string::npos) << text;
  EXPECT_NE(text.find("sales: Authorization_RequestDenied"), std::string::npos) << text;

  const Journal batches = graph_calls(t.journal());
  ASSERT_EQ(batches.size(), 1U) << "nothing is repeated";
  ASSERT_EQ(batches[0].operations.size(), 3U);
  EXPECT_EQ(batches[0].operations[0].line(), "PATCH /groups/finance 422 rule 1 step 1");
  EXPECT_EQ(batches[0].operations[1].line(), "PATCH /groups/sales 403 rule 2 step 1");
  EXPECT_EQ(batches[0].operations[2].status, 200);
}

TEST_F(Scenario, batch_details__all_good) {
  Tenant& t = tenant("good");
  const BatchOutcome outcome = run_batch(t.session(), {read_group("finance"), read_group("sales")});
  EXPECT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.succeeded(), 2);
}

}  // namespace
}  // namespace graphclient::suite
