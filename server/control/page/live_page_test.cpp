// SPDX-License-Identifier: MIT
#include "base/base64.hpp"
#include "base/crypto.hpp"
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const std::size_t from = text.find(open) + open.size();
  return text.substr(from, text.find(close, from) - from);
}

TEST(LivePage, IsOnePageWithoutForeignParts) {
  ApiUnderTest api;
  const Reply reply = api.call("GET", "/");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(reply.body, HasSubstr("Graph and sign-in at <code>http://localhost:8080</code>"));
  EXPECT_THAT(reply.body, HasSubstr("1.2.3"));
  EXPECT_THAT(reply.body, Not(HasSubstr("{{")));
  EXPECT_THAT(reply.body, Not(::testing::ContainsRegex("(src|href)=\"(https?:)?//")));
}

TEST(LivePage, RunsItsOwnScriptAndNoOther) {
  ApiUnderTest api;
  const Reply reply = api.call("GET", "/");
  const std::string script = between(reply.body, "<script>", "</script>");
  EXPECT_GT(script.size(), 1000U);
  const std::string policy(*reply.headers.find("Content-Security-Policy"));
  EXPECT_THAT(policy, HasSubstr("script-src 'sha256-" + base64(sha256(script)) + "';"));
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
}

TEST(LivePage, AnAddressIsEscaped) {
  ApiUnderTest api;
  api.subject.emulated = "http://\"><script>:1";
  EXPECT_THAT(api.call("GET", "/").body,
              HasSubstr("data-graph=\"http://&quot;&gt;&lt;script&gt;:1\""));
}

}  // namespace
}  // namespace graphfault::control
