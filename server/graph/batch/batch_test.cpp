// SPDX-License-Identifier: MIT
#include "graph/batch/batch.hpp"

#include "base/json.hpp"
#include "base/random.hpp"
#include "graph/batch/batch_response.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace graphfault::graph {
namespace {

std::string with(std::string_view requests) {
  return "{\"requests\":[" + std::string(requests) + "]}";
}

std::string get(std::string_view id, std::string_view more = "") {
  return R"({"id":")" + std::string(id) + R"(","method":"GET","url":"/users")" + std::string(more) +
         "}";
}

std::string gets(int count) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    all += (i > 1 ? "," : "") + get(std::to_string(i));
  }
  return all;
}

TEST(Batch, GoodOnesAreRead) {
  const auto batch = parse_batch(with(
      R"({"id":"a","method":"get","url":"/users?$top=5","headers":{"ConsistencyLevel":"eventual"}},)"
      R"({"id":"b","method":"POST","url":"users","headers":{"content-type":"application/json"},)"
      R"("body":{"displayName":"x"},"dependsOn":["A"]},)"
      R"({"id":"c","method":"PUT","url":"/me/photo/$value","headers":{"Content-Type":"image/jpg"},)"
      R"("body":"AQID","depends_on":["b"]})"));
  ASSERT_TRUE(batch) << batch.error().message;
  ASSERT_EQ(batch->operations.size(), 3U);
  const auto& [a, b, c] =
      std::tie(batch->operations[0], batch->operations[1], batch->operations[2]);
  EXPECT_EQ(a.method, "GET");
  EXPECT_EQ(a.headers.find("consistencylevel"), "eventual");
  EXPECT_TRUE(a.dependencies.empty());
  EXPECT_EQ(b.body, R"({"displayName":"x"})");
  EXPECT_EQ(b.depends_on, std::vector<std::string>{"a"});
  EXPECT_EQ(b.dependencies, std::vector<std::size_t>{0});
  EXPECT_FALSE(b.misspelt_depends_on);
  EXPECT_EQ(c.body, "\x01\x02\x03");
  EXPECT_TRUE(c.misspelt_depends_on);
}

TEST(Batch, TheAcceptedPatterns) {
  const std::string on_a = R"(,"dependsOn":["a"])";
  for (const std::string& requests : std::vector<std::string>{
           gets(1), gets(20), get("a") + "," + get("b", on_a) + "," + get("c", on_a),
           get("a") + "," + get("b", on_a) + "," + get("c", R"(,"dependsOn":["b"])"),
           get("a", R"(,"dependsOn":[])") + "," + get("b", R"(,"dependsOn":null)"),
           get("a") + "," + get("b", R"(,"dependsOn":["a","A"])")}) {
    EXPECT_TRUE(parse_batch(with(requests))) << requests;
  }
}

TEST(Batch, BadOnesHaveGraphsMessages) {
  struct Case {
    std::string payload{};
    std::string message{};
  };
  const std::string invalid = "Invalid batch payload format.";
  const std::string mixed = "Batch should be either fully sequential or fully parallel.";
  const std::string on_a = R"(,"dependsOn":["a"])";
  const std::vector<Case> cases = {
      {"", invalid},
      {"x", invalid},
      {"[]", invalid},
      {"{}", invalid},
      {R"({"requests":{}})", invalid},
      {R"({"requests":[]})", invalid},
      {R"({"Requests":[{"id":"1","method":"GET","url":"/me"}]})", invalid},
      {with("1"), invalid},
      {with(R"({"method":"GET","url":"/me"})"), invalid},
      {with(R"({"id":1,"method":"GET","url":"/me"})"), invalid},
      {with(R"({"id":"","method":"GET","url":"/me"})"), invalid},
      {with(R"({"id":"1","url":"/me"})"), invalid},
      {with(R"({"id":"1","method":"G T","url":"/me"})"), invalid},
      {with(R"({"id":"1","method":"GET"})"), invalid},
      {with(R"({"id":"1","method":"GET","url":""})"), invalid},
      {with(get("1", R"(,"headers":[])")), invalid},
      {with(get("1", R"(,"headers":{"a b":"c"})")), invalid},
      {with(get("1", R"(,"headers":{"a":"c\r\nd: e"})")), invalid},
      {with(get("1", R"(,"dependsOn":"2")")), invalid},
      {with(get("1", R"(,"dependsOn":[2])")), invalid},
      {with(gets(21)), "Number of requests inside batch exceed the limit."},
      {with(gets(21) + "," + get("1")), "Number of requests inside batch exceed the limit."},
      {with(get("1") + "," + get("1")), "Request Id 1 has to be unique in a batch."},
      {with(get("ab") + "," + get("AB")), "Request Id AB has to be unique in a batch."},
      {with(R"({"id":"1","method":"POST","url":"/users"})"),
       "Write request id : 1 does not contain Content-Type header or body."},
      {with(R"({"id":"1","method":"PATCH","url":"/users/1","body":{"a":1}})"),
       "Write request id : 1 does not contain Content-Type header or body."},
      {with(R"({"id":"1","method":"PUT","url":"/x","headers":{"Content-Type":"text/plain"}})"),
       "Write request id : 1 does not contain Content-Type header or body."},
      {with(get("1", R"(,"body":{})")),
       "Write request id : 1 does not contain Content-Type header or body."},
      {with(get("1", R"(,"dependsOn":["1"])")), "Invalid dependency for request Id 1."},
      {with(get("1", R"(,"dependsOn":["2"])") + "," + get("2")),
       "Invalid dependency for request Id 1."},
      {with(get("1") + "," + get("2", R"(,"dependsOn":["9"])")),
       "Invalid dependency for request Id 2."},
      {with(get("a") + "," + get("b", on_a) + "," + get("c")), mixed},
      {with(get("a") + "," + get("b") + "," + get("c", on_a)), mixed},
      {with(get("a") + "," + get("b", on_a) + "," + get("c", R"(,"dependsOn":["a","b"])")), mixed},
      {with(R"({"id":"1","method":"GET","url":"/$batch"})"),
       "A batch request can not contain another batch request."},
      {with(R"({"id":"1","method":"GET","url":"https://graph.microsoft.com/beta/%24Batch/"})"),
       "A batch request can not contain another batch request."},
  };
  for (const auto& [payload, message] : cases) {
    const auto batch = parse_batch(payload);
    ASSERT_FALSE(batch) << payload;
    EXPECT_EQ(batch.error().status, 400);
    EXPECT_EQ(batch.error().code, "BadRequest");
    EXPECT_EQ(batch.error().message, message) << payload;
  }
}

TEST(Batch, RandomChangesOfAPayloadNeverCrash) {
  const std::string good =
      with(get("1") + "," + R"({"id":"2","method":"POST","url":"/users","headers":)" +
           R"({"Content-Type":"application/json"},"body":{"a":[1,2]},"dependsOn":["1"]})");
  ASSERT_TRUE(parse_batch(good));
  constexpr std::string_view kBytes = "{}[]\",:\\1 a\xFF\x00$";
  Random random(11);
  int read = 0;
  for (int round = 0; round < 5'000; ++round) {
    std::string text = good;
    for (std::uint64_t i = random.next() % 4; i-- > 0;) {
      const auto at = random.next() % text.size();
      if (random.next() % 3 == 0) {
        text.erase(at, 1 + random.next() % 5);
      } else {
        text[at] = kBytes[random.next() % kBytes.size()];
      }
    }
    const auto batch = parse_batch(text);
    read += batch ? 1 : 0;
    if (!batch) {
      EXPECT_EQ(batch.error().status, 400);
    }
  }
  EXPECT_GT(read, 250);
  EXPECT_LT(read, 4'750);
}

OperationResult result(std::string id, int status, std::string type, std::string body) {
  OperationResult made{.id = std::move(id), .status = status, .body = std::move(body)};
  if (!type.empty()) {
    made.headers.add("Content-Type", std::move(type));
  }
  return made;
}

TEST(BatchResponse, ComposesBodiesByTheirType) {
  OperationResult first = result("1", 200, "application/json;odata=x", R"({"value":[]})");
  first.headers.add("request-id", "left-out");
  first.headers.add("X-A", "1");
  first.headers.add("x-a", "2");
  const std::string body = batch_response_body({first, result("\"2\"", 204, "", ""),
                                                result("3", 200, "text/plain", "42"),
                                                result("4", 200, "application/json", "{broken")});
  EXPECT_EQ(body,
            R"({"responses":[{"id":"1","status":200,"headers":{"Content-Type":)"
            R"("application/json;odata=x","X-A":"1, 2"},"body":{"value":[]}},)"
            R"({"id":"\"2\"","status":204},)"
            R"({"id":"3","status":200,"headers":{"Content-Type":"text/plain"},"body":"NDI="},)"
            R"({"id":"4","status":200,"headers":{"Content-Type":"application/json"},)"
            R"("body":"e2Jyb2tlbg=="}]})");
  EXPECT_TRUE(parse_json(body));
  EXPECT_EQ(batch_response_body({}), R"({"responses":[]})");
}

TEST(BatchResponse, OneDetailForEachFailedOperation) {
  GraphError error{.status = 422, .code = "C", .message = "M"};
  const auto answer = with_failed_operations(
      error, {result("1", 201, "application/json", "{}"),
              result("2", 404, "application/json", R"({"error":{"code":"X","message":"gone"}})"),
              result("3", 504, "", ""), result("4", 429, "text/html", "<html>"),
              result("5", 400, "application/json", R"({"error":"x"})")});
  const std::vector<ErrorDetail> expected = {{"X", "gone", "2"},
                                             {"504", "Gateway Timeout", "3"},
                                             {"429", "Too Many Requests", "4"},
                                             {"400", "Bad Request", "5"}};
  EXPECT_EQ(answer.details, expected);
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(failed_dependency().status, 424);
}

}  // namespace
}  // namespace graphfault::graph
