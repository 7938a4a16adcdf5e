// SPDX-License-Identifier: MIT
#include "graph/answers/error_body.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"
#include "graph/errors/error_catalogue.hpp"

#include <gtest/gtest.h>

namespace graphfault::graph {
namespace {

const AnswerStamp kErrorStamp{.request_id = "11111111-0000-4000-8000-000000000001",
                              .client_request_id = "22222222-0000-4000-8000-000000000002",
                              .wall = *parse_iso_date("2026-02-11T09:12:33.987Z")};
const std::string kTail =
    R"("date":"2026-02-11T09:12:33","request-id":"11111111-0000-4000-8000-000000000001",)"
    R"("client-request-id":"22222222-0000-4000-8000-000000000002"}})";

TEST(ErrorBody, KeepsTheCapturedOrder) {
  EXPECT_EQ(error_body({.status = 404, .code = "c", .message = "m"}, kErrorStamp),
            R"({"error":{"code":"c","message":"m","innerError":{)" + kTail + "}");
}

TEST(ErrorBody, NestsInnerCodesAsOneDriveDoes) {
  EXPECT_EQ(error_body(make_error("activity-limit-reached"), kErrorStamp),
            R"({"error":{"code":"activityLimitReached","message":"The request has been throttled",)"
            R"("innerError":{"code":"throttledRequest","innerError":{"code":"quota"},)" +
                kTail + "}");
  GraphError deep{.code = "a", .inner = {"b", "c", "d", "e"}};
  EXPECT_EQ(
      error_body(deep, kErrorStamp),
      R"({"error":{"code":"a","message":"","innerError":{"code":"b","innerError":{"code":"c",)"
      R"("innerError":{"code":"d","innerError":{"code":"e"}}},)" +
          kTail + "}");
}

TEST(ErrorBody, PutsDetailsLast) {
  const GraphError error{
      .code = "c",
      .message = "m",
      .details = {{.code = "x", .message = "y", .target = "t"}, {.code = "p", .message = "q"}}};
  const std::string inner = kTail.substr(0, kTail.size() - 1);
  EXPECT_EQ(
      error_body(error, kErrorStamp),
      R"({"error":{"code":"c","message":"m","innerError":{)" + inner +
          R"(,"details":[{"target":"t","code":"x","message":"y"},{"code":"p","message":"q"}]}})");
}

TEST(ErrorBody, SpellsTheInnerMemberAsAsked) {
  const std::string body = error_body(
      {.code = "c", .message = "m", .inner = {"i", "j"}, .spelling = InnerSpelling::innererror},
      kErrorStamp);
  EXPECT_EQ(body.find("innerError"), std::string::npos);
  EXPECT_EQ((*parse_json(body))["error"]["innererror"]["innererror"]["code"], "j");
}

TEST(ErrorBody, EscapesWhatComesFromOutside) {
  const AnswerStamp stamp{.request_id = "r", .client_request_id = "\"},{\\\x01"};
  const GraphError error{.code = "\"", .message = "a\"b\n\xff", .inner = {"\\"}};
  const auto parsed = parse_json(error_body(error, stamp));
  ASSERT_TRUE(parsed);
  EXPECT_EQ((*parsed)["error"]["innerError"]["client-request-id"], "\"},{\\\x01");
  EXPECT_EQ((*parsed)["error"]["innerError"]["code"], "\\");
}

TEST(ErrorBody, IsAppended) {
  std::string out = "before";
  append_error_body(out, {.format = BodyFormat::empty}, kErrorStamp);
  EXPECT_EQ(out, "before");
  append_error_body(out, {.format = BodyFormat::html, .page = "<p>"}, kErrorStamp);
  EXPECT_EQ(out, "before<p>");
}

TEST(ErrorBody, NamesItsContentType) {
  EXPECT_EQ(error_content_type({}), "application/json");
  EXPECT_EQ(error_content_type(make_error("length-required")), "text/html; charset=us-ascii");
  EXPECT_EQ(error_content_type({.format = BodyFormat::empty}), "");
}

}  // namespace
}  // namespace graphfault::graph
