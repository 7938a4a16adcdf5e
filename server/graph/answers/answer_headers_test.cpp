// SPDX-License-Identifier: MIT
#include "graph/answers/answer_headers.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"
#include "graph/errors/error_catalogue.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

const AnswerStamp kHeaderStamp{.request_id = "r-id",
                               .client_request_id = "c-id",
                               .wall = *parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT")};

std::vector<std::string> names(const http::Headers& headers) {
  std::vector<std::string> all;
  for (const http::Header& line : headers) {
    all.push_back(line.name);
  }
  return all;
}

using Names = std::vector<std::string>;

TEST(AnswerHeaders, OfAnErrorStandInTheCapturedOrder) {
  GraphError error = make_error("token-revoked");
  error.headers.add("WWW-Authenticate", "Bearer");
  const http::Headers headers = error_headers(error, kHeaderStamp);
  EXPECT_EQ(names(headers),
            (Names{"Content-Type", "Vary", "Strict-Transport-Security", "request-id",
                   "client-request-id", "x-ms-ags-diagnostic", "WWW-Authenticate", "Date"}));
  EXPECT_EQ(headers.find("Content-Type"), "application/json");
  EXPECT_EQ(headers.find("request-id"), "r-id");
  EXPECT_EQ(headers.find("client-request-id"), "c-id");
  EXPECT_EQ(headers.find("Strict-Transport-Security"), "max-age=31536000");
  EXPECT_EQ(headers.find("Date"), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_TRUE(parse_json(*headers.find("x-ms-ags-diagnostic")));
}

TEST(AnswerHeaders, OnlyAThrottledErrorIsPrivate) {
  EXPECT_EQ(error_headers(make_error("too-many-requests"), kHeaderStamp).find("Cache-Control"),
            "private");
  EXPECT_FALSE(
      error_headers(make_error("gateway-timeout"), kHeaderStamp).contains("Cache-Control"));
}

TEST(AnswerHeaders, LetAnErrorsOwnTakeTheirPlace) {
  GraphError error = make_error("too-many-requests");
  error.headers.add("content-type", "text/plain");
  error.headers.add("Set-Cookie", "a");
  error.headers.add("Set-Cookie", "b");
  const http::Headers headers = error_headers(error, kHeaderStamp);
  EXPECT_EQ(headers.all("Content-Type").size(), 1U);
  EXPECT_EQ(headers.find("Content-Type"), "text/plain");
  EXPECT_EQ(headers.all("Set-Cookie").size(), 2U);
}

TEST(AnswerHeaders, OfAnEmptyBodyNameNoType) {
  EXPECT_FALSE(error_headers({.format = BodyFormat::empty}, kHeaderStamp).contains("Content-Type"));
}

TEST(AnswerHeaders, OfASuccessComeAfterItsOwn) {
  const http::Headers own{{"Content-Type", std::string(success_content_type())},
                          {"OData-Version", "4.0"},
                          {"Cache-Control", "private"}};
  const http::Headers headers = success_headers(own, kHeaderStamp);
  EXPECT_EQ(names(headers), (Names{"Content-Type", "OData-Version", "Cache-Control", "Vary",
                                   "Strict-Transport-Security", "request-id", "client-request-id",
                                   "x-ms-ags-diagnostic", "Date"}));
  EXPECT_EQ(headers.find("Cache-Control"), "private");
  EXPECT_EQ(success_headers({}, kHeaderStamp).find("Cache-Control"), "no-cache");
}

TEST(AnswerHeaders, LeaveAReplysAlone) {
  const http::Headers own{{"X-One", "1"}, {"x-one", "2"}, {"date", "never"}};
  const http::Headers headers = reply_headers(own, kHeaderStamp);
  EXPECT_EQ(names(headers), (Names{"X-One", "x-one", "date", "Strict-Transport-Security",
                                   "request-id", "client-request-id", "x-ms-ags-diagnostic"}));
}

TEST(AnswerHeaders, OfABatchedErrorAreFew) {
  GraphError error = make_error("too-many-requests");
  error.headers.add("Retry-After", "3");
  EXPECT_EQ(names(batch_error_headers(error)), (Names{"Content-Type", "Retry-After"}));
}

TEST(AnswerHeaders, AnswerAPreflight) {
  http::Headers headers = preflight_headers({{"Origin", "https://app.example"},
                                             {"Access-Control-Request-Method", "PATCH"},
                                             {"Access-Control-Request-Headers", "authorization"}});
  add_cors_headers(headers);
  EXPECT_EQ(headers.find("Access-Control-Allow-Methods"), "PATCH");
  EXPECT_EQ(headers.find("Access-Control-Allow-Headers"), "authorization");
  EXPECT_EQ(headers.find("Access-Control-Allow-Origin"), "*");
  EXPECT_TRUE(headers.lists("Access-Control-Expose-Headers", "Retry-After"));
}

TEST(AnswerStamp, EchoesTheClientsId) {
  EXPECT_EQ(make_stamp("r", {{"Client-Request-Id", "mine"}}, {}).client_request_id, "mine");
  EXPECT_EQ(make_stamp("r", {{"client-request-id", " \t"}}, {}).client_request_id, "r");
  EXPECT_EQ(make_stamp("r", {}, {}).client_request_id, "r");
  EXPECT_EQ(
      make_stamp("r", {{"client-request-id", std::string(5000, 'x')}}, {}).client_request_id.size(),
      128U);
}

}  // namespace
}  // namespace graphfault::graph
