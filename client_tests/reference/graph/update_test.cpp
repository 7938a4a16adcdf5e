// SPDX-License-Identifier: MIT
#include "graph/update.hpp"

#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::Bench;
using testing::error_reply;
using testing::json_reply;

Reply object(const std::string& etag) {
  return json_reply(200, R"({"@odata.etag":")" + etag + R"(","id":"1"})");
}
const Json kChanges = *parse_json(R"({"jobTitle":"x"})");

TEST(Update, WritesWithTheETagItRead) {
  Bench bench;
  bench.service.then(object("W/1")).then({.status = 204});
  const auto outcome = update_object(bench.session, "/users/1", kChanges);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->writes, 1);
  EXPECT_TRUE(outcome->guarded);
  EXPECT_EQ(header_or_empty(bench.service.requests[1].headers, "If-Match"), "W/1");
  EXPECT_EQ(bench.service.requests[1].body, R"({"jobTitle":"x"})");
}

TEST(Update, TakesTheETagOfTheHeader) {
  Bench bench;
  bench.service.then(json_reply(200, "{}", {{"ETag", "\"7\""}})).then({.status = 204});
  EXPECT_TRUE(update_object(bench.session, "/users/1", kChanges)->guarded);

  Bench without;
  without.service.then(json_reply(200, "{}")).then({.status = 204});
  EXPECT_FALSE(update_object(without.session, "/users/1", kChanges)->guarded);
  EXPECT_EQ(find_header(without.service.requests[1].headers, "If-Match"), nullptr);
}

TEST(Update, ReadsAgainAfterA412) {
  Bench bench;
  bench.service.then(object("W/1"))
      .then(error_reply(412, "resourceModified"))
      .then(object("W/2"))
      .then({.status = 204});
  const auto outcome = update_object(bench.session, "/users/1", kChanges);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->writes, 2);
  EXPECT_EQ(header_or_empty(bench.service.requests[3].headers, "If-Match"), "W/2");
}

TEST(Update, GivesUpAfterThreeWrites) {
  Bench bench;
  for (int i = 0; i < 5; ++i) {
    bench.service.then(object("W/1")).then(error_reply(412, "resourceModified"));
  }
  const auto outcome = update_object(bench.session, "/users/1", kChanges);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().error.status, 412);
  EXPECT_EQ(bench.service.requests.size(), 6U);
}

TEST(Update, ReportsALockAndWhatIsNotThere) {
  Bench locked;
  locked.service.then(object("W/1")).then(error_reply(423, "accessDenied"));
  EXPECT_EQ(update_object(locked.session, "/users/1", kChanges).error().error.status, 423);
  EXPECT_EQ(locked.service.requests.size(), 2U);

  Bench missing;
  missing.service.then(error_reply(404, "Request_ResourceNotFound"));
  EXPECT_EQ(update_object(missing.session, "/users/1", kChanges).error().error.status, 404);
  EXPECT_EQ(missing.service.requests.size(), 1U);
}

TEST(Update, SendsTheWriteAgainAfterABrokenConnection) {
  Bench bench;
  bench.service.then(object("W/1"))
      .then_break()
      .then(error_reply(412, "resourceModified"))  // the first one had arrived after all
      .then(object("W/2"))
      .then({.status = 204});
  EXPECT_TRUE(update_object(bench.session, "/users/1", kChanges));
}

}  // namespace
}  // namespace graphclient
