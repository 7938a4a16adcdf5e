// SPDX-License-Identifier: MIT
#include "control/listening/call_guard.hpp"

#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

TEST(CallGuard, HostsThatAreAnswered) {
  const std::vector<std::string> allowed{"graphfault.ci.example"};
  for (const char* host :
       {"", "localhost", "localhost:8081", "LOCALHOST.:8081", "app.localhost", "127.0.0.1:8081",
        "10.1.2.3", "[::1]:8081", "[fe80::1]", "graphfault", "graphfault:8081",
        "host.docker.internal:8081", "graph.microsoft.com", "login.microsoftonline.com:443",
        "graphfault.ci.example:8081", "GraphFault.CI.example."}) {
    EXPECT_TRUE(is_answered_host(host, allowed)) << host;
  }
}

TEST(CallGuard, HostsThatAreNot) {
  for (const char* host :
       {"evil.example", "evil.example:8081", "127.0.0.1.evil.example", "localhost.evil.example",
        "graph.microsoft.com.evil.example", "xn--graph.example", "1.2.3.4.5", "a.b"}) {
    EXPECT_FALSE(is_answered_host(host, {"other.example"})) << host;
  }
}

TEST(CallGuard, ARefusedHostLearnsTheWayOut) {
  const auto reply = refuse_call({.method = "GET", .host = "evil.example:8081"}, {});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 403);
  EXPECT_EQ(parse_json(reply->body)->at("error").at("hint"),
            "call it as localhost or by its address, or start the server with "
            "--allow-host evil.example");
}

struct HeadRow {
  CallHead head{};
  int status = 0;  ///< 0: may go on
};

class CallHeads : public ::testing::TestWithParam<HeadRow> {};

TEST_P(CallHeads, AreJudged) {
  const auto reply = refuse_call(GetParam().head, {});
  EXPECT_EQ(reply ? reply->status : 0, GetParam().status) << (reply ? reply->body : "");
}

CallHead post(CallHead head) {
  head.method = "POST";
  head.host = "localhost:8081";
  return head;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CallHeads,
    ::testing::Values(
        // what programs send
        HeadRow{post({}), 0}, HeadRow{post({.content_type = "application/json"}), 0},
        HeadRow{post({.content_type = "application/yaml; charset=utf-8"}), 0},
        HeadRow{post({.content_type = "application/x-www-form-urlencoded", .marked = true}), 0},
        // a page of our own
        HeadRow{post({.origin = "http://localhost:8081", .fetch_site = "same-origin"}), 0},
        // reading harms nobody: without CORS headers the page cannot see the answer
        HeadRow{{.method = "GET", .host = "localhost", .origin = "http://evil.example"}, 0},
        // pages of others
        HeadRow{post({.origin = "http://evil.example"}), 403},
        HeadRow{post({.origin = "http://localhost:8080"}), 403},
        HeadRow{post({.origin = "https://localhost:8081"}), 403},
        HeadRow{post({.origin = "null"}), 403},
        HeadRow{post({.fetch_site = "cross-site", .marked = true}), 403},
        HeadRow{post({.fetch_site = "same-site"}), 403},
        HeadRow{{.method = "DELETE", .host = "localhost", .origin = "http://evil.example"}, 403},
        // forms
        HeadRow{post({.content_type = "application/x-www-form-urlencoded"}), 415},
        HeadRow{post({.content_type = "multipart/form-data; boundary=x"}), 415},
        HeadRow{post({.content_type = "Text/Plain;charset=utf-8"}), 415}));

}  // namespace
}  // namespace graphfault::control
