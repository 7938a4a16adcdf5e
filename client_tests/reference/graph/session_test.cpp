// SPDX-License-Identifier: MIT
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::Bench;
using testing::json_reply;

TEST(Session, BuildsUrls) {
  Bench bench;
  EXPECT_EQ(bench.session.url("/users"), "http://graph.test/v1.0/users");
  EXPECT_EQ(bench.session.url("users"), "http://graph.test/v1.0/users");
  EXPECT_EQ(bench.session.url("/beta/users"), "http://graph.test/beta/users");
  EXPECT_EQ(bench.session.url("/v1.0/users"), "http://graph.test/v1.0/users");
  EXPECT_EQ(bench.session.url("/betamax"), "http://graph.test/v1.0/betamax");
  EXPECT_EQ(bench.session.url("http://other/x"), "http://other/x");
  const Session prefixed(bench.courier, bench.tokens, "http://graph.test/@t.1/");
  EXPECT_EQ(prefixed.url("/users"), "http://graph.test/@t.1/v1.0/users");
}

TEST(Session, ShowsTheTokenToNobodyElse) {
  Bench bench;
  for (const char* url : {"http://evil.test/v1.0/users", "https://graph.test/v1.0/users",
                          "http://graph.test:81/v1.0/users", "http://graph.test.evil/"}) {
    const auto reply = bench.session.send(make_call("GET", url), bench.session.new_deadline());
    ASSERT_FALSE(reply) << url;
    EXPECT_EQ(reply.error().kind, FailureKind::refused);
  }
  EXPECT_TRUE(bench.service.requests.empty());
}

TEST(Session, FollowsRedirectsAtHome) {
  Bench bench;
  bench.service.then({.status = 302, .headers = {{"Location", "/v1.0/there"}}})
      .then(json_reply(200, "{}"));
  EXPECT_TRUE(bench.get("/here"));
  EXPECT_EQ(bench.asked(), (std::vector<std::string>{"GET /v1.0/here", "GET /v1.0/there"}));
}

TEST(Session, FollowsNoOtherRedirect) {
  struct Row {
    std::string method{};
    std::string location{};
    std::size_t requests = 1;
  };
  for (const Row& row : std::vector<Row>{{"GET", "http://evil.test/", 1},
                                         {"GET", "", 1},
                                         {"GET", "relative", 1},
                                         {"POST", "/v1.0/there", 1},
                                         {"GET", "/v1.0/round", 6}}) {
    Bench bench;
    for (int i = 0; i < 10; ++i) {
      bench.service.then({.status = 307, .headers = {{"Location", row.location}}});
    }
    const auto reply = bench.session.send(make_call(row.method, bench.session.url("/x")),
                                          bench.session.new_deadline());
    EXPECT_FALSE(reply) << row.location;
    EXPECT_EQ(bench.service.requests.size(), row.requests) << row.location;
  }
}

}  // namespace
}  // namespace graphclient
