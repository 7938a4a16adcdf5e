// SPDX-License-Identifier: MIT
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

using ::testing::HasSubstr;

TEST(Verdict, TellsWhetherTheClientCoped) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users", "throttled");
  const Json verdict = api.json("GET", "/tenants/throttled/verdict");
  EXPECT_EQ(verdict.at("scenario"), "throttled");
  EXPECT_EQ(verdict.at("exchanges"), 1);
  EXPECT_EQ(verdict.at("findings").size(), 24U);
}

TEST(Verdict, ComesInEveryFormat) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users", "throttled");
  struct Row {
    const char* format;
    const char* content_type;
    const char* text;
  };
  for (const Row& row :
       {Row{"text", "text/plain; charset=utf-8", " throttled: 1 request\n"},
        Row{"junit", "application/xml", "<testsuite name=\"throttled\""},
        Row{"html", "text/html; charset=utf-8", "<svg class=\"timeline\" role=\"group\""},
        Row{"fragment", "text/html; charset=utf-8", "<p data-outcome=\"pending\""}}) {
    const Reply reply =
        api.call("GET", std::string("/tenants/throttled/verdict?format=") + row.format);
    EXPECT_EQ(reply.status, 200) << row.format;
    EXPECT_EQ(reply.content_type, row.content_type);
    EXPECT_THAT(reply.body, HasSubstr(row.text));
  }
}

TEST(Verdict, ItsPagesRunNoScript) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users?$filter=<script>alert(1)</script>", "throttled");
  for (const char* format : {"html", "fragment"}) {
    const Reply reply = api.call("GET", std::string("/tenants/throttled/verdict?format=") + format);
    EXPECT_THAT(std::string(*reply.headers.find("Content-Security-Policy")),
                HasSubstr("default-src 'none'; style-src 'unsafe-inline'"));
    EXPECT_THAT(reply.body, ::testing::Not(HasSubstr("<script")));
  }
}

TEST(Verdict, AssertsWithA417) {
  ApiUnderTest api;
  api.call("POST", "/tenants/throttled");
  EXPECT_EQ(api.call("GET", "/tenants/throttled/verdict").status, 200);
  const Reply failed = api.call("GET", "/tenants/throttled/verdict?assert&format=text");
  EXPECT_EQ(failed.status, 417);
  EXPECT_THAT(failed.body, HasSubstr("no request came"));
}

TEST(Verdict, OfNobodyIsA404AndOfABadQueryA400) {
  ApiUnderTest api;
  EXPECT_EQ(api.call("GET", "/tenants/throttled/verdict").status, 404);
  api.call("POST", "/tenants/throttled");
  EXPECT_EQ(api.call("GET", "/tenants/throttled/verdict?format=xml").status, 400);
}

}  // namespace
}  // namespace graphfault::control
