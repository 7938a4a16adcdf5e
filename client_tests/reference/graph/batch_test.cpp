// SPDX-License-Identifier: MIT
#include "graph/batch.hpp"

#include "graph/batch_chunks.hpp"
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::batch_reply;
using testing::Bench;
using testing::error_reply;
using testing::json_reply;

std::vector<Operation> reads(int count) {
  std::vector<Operation> operations;
  for (int i = 1; i <= count; ++i) {
    operations.push_back({.id = std::to_string(i), .url = "/users/" + std::to_string(i)});
  }
  return operations;
}

std::vector<std::string> ids_sent(const Request& request) {
  std::vector<std::string> ids;
  const Json document = parse_json(request.body).value_or(Json());
  for (const Json& entry : document.at("requests")) {
    ids.push_back(text_of(entry, "id"));
  }
  return ids;
}

using Ids = std::vector<std::string>;

TEST(BatchFile, IsReadAndChecked) {
  const auto good = read_operations(*parse_json(
      R"({"requests":[{"id":"1","method":"GET","url":"/a"},{"id":"2","method":"POST","url":"/b",)"
      R"("body":{"x":1},"headers":{"A":"b"},"dependsOn":["1"]}]})"));
  ASSERT_TRUE(good) << good.error();
  EXPECT_EQ(compact(write_operation((*good)[1])),
            R"({"id":"2","method":"POST","url":"/b","headers":{"A":"b","Content-Type":)"
            R"("application/json"},"body":{"x":1},"dependsOn":["1"]})");
  EXPECT_TRUE(read_operations(*parse_json(R"([{"id":"1","method":"GET","url":"/a"}])")));
}

TEST(BatchFile, NamesTheEntryThatIsWrong) {
  struct Row {
    std::string text{};
    std::string problem{};
  };
  for (const Row& row : std::vector<Row>{
           {"{}", "expected a list"},
           {"7", "expected a list"},
           {R"([{"method":"GET","url":"/a"}])", "request 1 needs an id"},
           {R"([{"id":"1","url":"/a"},{"id":"2"}])", "request 1 needs"},
           {R"([{"id":"a","method":"GET","url":"/a"},{"id":"A","method":"GET","url":"/a"}])",
            "request 2 has the id \"A\""},
           {R"([{"id":"1","method":"GET","url":"/a","dependsOn":["2"]}])", "depends on \"2\""},
           {R"([{"id":"1","method":"GET","url":"/a","dependsOn":["1"]}])", "depends on \"1\""},
           {R"([5])", "request 1 needs"}}) {
    const auto operations = read_operations(*parse_json(row.text));
    ASSERT_FALSE(operations) << row.text;
    EXPECT_NE(operations.error().find(row.problem), std::string::npos) << operations.error();
  }
}

TEST(BatchChunks, KeepDependentsTogetherAndApart) {
  std::vector<Operation> operations = reads(45);
  operations[1].depends_on = {"1"};
  operations[9].depends_on = {"2"};
  const auto chunks = batch_chunks(operations);
  ASSERT_EQ(chunks.size(), 4U);
  EXPECT_EQ(chunks[0], (std::vector<std::size_t>{0, 1, 9}));
  EXPECT_EQ(chunks[1].size(), 20U);
  EXPECT_EQ(chunks[2].size(), 20U);
  EXPECT_EQ(chunks[3].size(), 2U);
  EXPECT_TRUE(batch_chunks({}).empty());
}

TEST(Batch, SendsTwentyAtATimeAndMatchesById) {
  Bench bench;
  std::string first = "[";
  for (int i = 20; i >= 1; --i) {
    first += R"({"id":")" + std::to_string(i) + R"(","status":200,"body":{"id":")" +
             std::to_string(i) + "\"}}" + (i > 1 ? "," : "]");
  }
  bench.service.then(batch_reply(first)).then(batch_reply(R"([{"id":21,"status":204}])"));
  const BatchOutcome outcome = run_batch(bench.session, reads(21));
  EXPECT_EQ(outcome.batches, 2);
  EXPECT_EQ(outcome.succeeded(), 21);
  EXPECT_EQ(text_of(outcome.operations[2].body, "id"), "3");
  EXPECT_EQ(bench.asked()[0], "POST /v1.0/$batch");
}

TEST(Batch, RepeatsOnlyWhatFailedAfterTheLongestWait) {
  Bench bench;
  bench.service
      .then(batch_reply(R"([{"id":"1","status":200},
        {"id":"2","status":429,"headers":{"Retry-After":"2"}},
        {"id":"3","status":403,"body":{"error":{"code":"Authorization_RequestDenied"}}},
        {"id":"4","status":503,"headers":{"retry-after":7}},
        {"id":"5","status":409,"body":{"error":{"code":"Directory_ConcurrencyViolation"}}}])"))
      .then(batch_reply(
          R"([{"id":"5","status":200},{"id":"4","status":200},{"id":"2","status":200}])"));
  const BatchOutcome outcome = run_batch(bench.session, reads(5));
  EXPECT_FALSE(outcome.failure);
  EXPECT_EQ(bench.clock.slept, Milliseconds(7000));
  EXPECT_EQ(ids_sent(bench.service.requests[1]), (Ids{"2", "4", "5"}));
  EXPECT_EQ(outcome.succeeded(), 4);
  EXPECT_EQ(outcome.operations[2].error->code, "Authorization_RequestDenied");
  EXPECT_EQ(outcome.operations[2].tries, 1);
  EXPECT_EQ(outcome.operations[3].tries, 2);
}

TEST(Batch, RepeatsA424WithWhatItDependsOn) {
  std::vector<Operation> operations = reads(4);
  operations[1].depends_on = {"1"};
  operations[2].depends_on = {"2"};
  operations[3].depends_on = {"3"};
  Bench bench;
  bench.service
      .then(batch_reply(R"([{"id":"1","status":200},{"id":"2","status":429},
        {"id":"3","status":424},{"id":"4","status":424}])"))
      .then(batch_reply(
          R"([{"id":"2","status":200},{"id":"3","status":403},{"id":"4","status":424}])"));
  const BatchOutcome outcome = run_batch(bench.session, operations);
  EXPECT_EQ(ids_sent(bench.service.requests[1]), (Ids{"2", "3", "4"}));
  const Json second = *parse_json(bench.service.requests[1].body);
  EXPECT_EQ(member(second["requests"][0], "dependsOn"), nullptr) << "1 is done already";
  EXPECT_EQ(compact(second["requests"][1]["dependsOn"]), "[\"2\"]");
  EXPECT_FALSE(outcome.failure);
  EXPECT_EQ(bench.service.requests.size(), 2U);
  EXPECT_EQ(outcome.succeeded(), 2);
  EXPECT_EQ(outcome.operations[3].status, 424);
}

TEST(Batch, RepeatsNoLostWrite) {
  std::vector<Operation> operations = reads(3);
  operations[0].method = "POST";
  operations[1].method = "POST";
  Bench bench;
  bench.service.then(batch_reply(R"([{"id":"1","status":504}])"))
      .then(batch_reply(R"([{"id":"3","status":200}])"));
  const BatchOutcome outcome = run_batch(bench.session, operations);
  EXPECT_EQ(ids_sent(bench.service.requests[1]), (Ids{"3"}));
  EXPECT_EQ(outcome.succeeded(), 1);
  EXPECT_TRUE(outcome.operations[1].error) << "no answer at all";

  Bench broken;
  broken.service.then_break();
  EXPECT_TRUE(run_batch(broken.session, operations).failure);
  EXPECT_EQ(broken.service.requests.size(), 1U);

  Bench harmless;
  harmless.service.then_break().then(batch_reply(R"([{"id":"1","status":200}])"));
  EXPECT_EQ(run_batch(harmless.session, reads(1)).succeeded(), 1);
}

TEST(Batch, FailsWhatTheDetailsName) {
  Bench bench;
  bench.service.then(json_reply(
      422, R"({"error":{"code":"Batch","message":"m","details":[)"
           R"({"code":"Request_ResourceNotFound","target":"2","message":"no"},{"target":"x"}]}})"));
  const BatchOutcome outcome = run_batch(bench.session, reads(3));
  ASSERT_TRUE(outcome.failure);
  EXPECT_EQ(outcome.failure->error.status, 422);
  EXPECT_EQ(outcome.operations[1].error->code, "Request_ResourceNotFound");
  EXPECT_FALSE(outcome.operations[0].error);
  EXPECT_EQ(bench.service.requests.size(), 1U);
}

TEST(Batch, GivesUpInTheEnd) {
  Bench bench(Patience{.max_attempts = 2});
  for (int i = 0; i < 4; ++i) {
    bench.service.then(batch_reply(R"([{"id":"1","status":429}])"));
  }
  const BatchOutcome outcome = run_batch(bench.session, reads(1));
  ASSERT_TRUE(outcome.failure);
  EXPECT_EQ(outcome.failure->kind, FailureKind::exhausted);
  EXPECT_EQ(bench.service.requests.size(), 2U);

  Bench nonsense(Patience{.max_attempts = 2});
  nonsense.service.then(json_reply(200, R"({"responses":"x"})")).then(json_reply(200, "[]"));
  EXPECT_TRUE(run_batch(nonsense.session, reads(1)).failure);
}

TEST(Batch, WaitsForAThrottledBatchAsAWhole) {
  Bench bench;
  bench.service.then(error_reply(429, "c", {{"Retry-After", "4"}}))
      .then(batch_reply(R"([{"id":"1","status":200}])"));
  EXPECT_EQ(run_batch(bench.session, reads(1)).succeeded(), 1);
  EXPECT_EQ(bench.clock.slept, Milliseconds(4000));
}

TEST(Batch, CutsAGroupOfMoreThanTwenty) {
  std::vector<Operation> operations = reads(22);
  for (int i = 1; i < 22; ++i) {
    operations[static_cast<std::size_t>(i)].depends_on = {std::to_string(i)};
  }
  std::string first = "[";
  for (int i = 1; i <= 20; ++i) {
    first += R"({"id":")" + std::to_string(i) + "\",\"status\":" + (i < 20 ? "200}," : "403}]");
  }
  Bench bench;
  bench.service.then(batch_reply(first));
  const BatchOutcome outcome = run_batch(bench.session, operations);
  EXPECT_EQ(bench.service.requests.size(), 1U) << "21 and 22 depend on a failure";
  EXPECT_EQ(outcome.succeeded(), 19);
  EXPECT_EQ(outcome.operations[21].error->status, 424);
  EXPECT_EQ(outcome.operations[21].tries, 0);
}

}  // namespace
}  // namespace graphclient
