// SPDX-License-Identifier: MIT
#include "graph/sign_in/aadsts.hpp"

#include "base/time_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace graphfault::graph {
namespace {

const AnswerStamp kSignInStamp{.request_id = "trace",
                               .client_request_id = "correlation",
                               .wall = *parse_iso_date("2026-02-11T09:12:33Z")};

TEST(SignInErrors, AreFoundByNumber) {
  for (const std::string_view name : {"AADSTS7000215", "aadsts7000215", "7000215"}) {
    ASSERT_NE(find_sign_in_error(name), nullptr) << name;
    EXPECT_EQ(find_sign_in_error(name)->number, 7000215);
  }
  for (const std::string_view name :
       {"", "AADSTS", "AADSTS1", "AADSTS7000215x", "AADSTS 7000215", "-7000215", "invalid_client",
        "AADSTSAADSTS90002", "99999999999999999999"}) {
    EXPECT_EQ(find_sign_in_error(name), nullptr) << name;
  }
}

TEST(SignInErrors, KnowEveryNumberOfTheContract) {
  for (const int number : {7000215, 7000222, 700016, 90002, 900144, 7000218, 70011, 500011, 700024,
                           50076, 50196, 90055, 900561, 70016, 70000, 50049, 50126, 65001, 70003}) {
    EXPECT_NE(find_sign_in_error(number), nullptr) << number;
  }
}

TEST(SignInErrors, AreUniqueSortedAndWhole) {
  std::set<int> numbers;
  int last = 0;
  for (const SignInError& entry : sign_in_errors()) {
    EXPECT_TRUE(numbers.insert(entry.number).second) << entry.number;
    EXPECT_GT(entry.number, last);
    last = entry.number;
    EXPECT_GE(entry.status, 400) << entry.number;
    EXPECT_LT(entry.status, 600) << entry.number;
    EXPECT_FALSE(entry.error.empty() || entry.text.empty() || entry.source.empty()) << entry.number;
    const std::string body = sign_in_error_body(entry, {.stamp = kSignInStamp});
    const auto parsed = parse_json(body);
    ASSERT_TRUE(parsed) << entry.number;
    EXPECT_EQ((*parsed)["error_codes"], Json::array({entry.number}));
    const std::string text = (*parsed)["error_description"].get<std::string>();
    EXPECT_EQ(text.find('{'), std::string::npos) << text;
  }
}

TEST(SignInErrors, StandForStatuses) {
  EXPECT_EQ(sign_in_error_for("AADSTS50076", 400).number, 50076);
  EXPECT_EQ(sign_in_error_for("", 401).number, 7000215);
  EXPECT_EQ(sign_in_error_for("too-many-requests", 429).number, 90055);
  EXPECT_EQ(sign_in_error_for("", 503).status, 503);
  EXPECT_EQ(sign_in_error_for("", 500).status, 500);
  EXPECT_EQ(sign_in_error_for("", 400).error, "invalid_request");
}

TEST(SignInErrorBody, HasTheMembersInOrder) {
  const SignInErrorValues values{.stamp = kSignInStamp, .app = "my-app", .tenant = "contoso"};
  EXPECT_EQ(
      sign_in_error_body(*find_sign_in_error(7000215), values),
      R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret )"
      R"(provided. Ensure the secret being sent in the request is the client secret value, )"
      R"(not the client secret ID, for a secret added to app 'my-app'. Trace ID: trace )"
      R"(Correlation ID: correlation Timestamp: 2026-02-11 09:12:33Z","error_codes":[7000215],)"
      R"("timestamp":"2026-02-11 09:12:33Z","trace_id":"trace","correlation_id":"correlation",)"
      R"("error_uri":"https://login.microsoftonline.com/error?code=7000215"})");
}

TEST(SignInErrorBody, CarriesSuberrorAndClaims) {
  const auto body =
      parse_json(sign_in_error_body(*find_sign_in_error(50076), {.stamp = kSignInStamp}));
  ASSERT_TRUE(body);
  EXPECT_EQ((*body)["error"], "interaction_required");
  EXPECT_EQ((*body)["suberror"], "basic_action");
  const auto claims = parse_json((*body)["claims"].get<std::string>());
  ASSERT_TRUE(claims);
  EXPECT_EQ((*claims)["access_token"]["polids"]["essential"], true);
}

TEST(SignInErrorBody, TakesOverrides) {
  const auto body = parse_json(sign_in_error_body(*find_sign_in_error(70000),
                                                  {.stamp = kSignInStamp,
                                                   .error = "interaction_required",
                                                   .message = "Own {app} words.",
                                                   .suberror = "bad_token",
                                                   .claims = Json{{"access_token", Json::object()}},
                                                   .base = "http://localhost:1"}));
  ASSERT_TRUE(body);
  EXPECT_EQ((*body)["error"], "interaction_required");
  EXPECT_EQ((*body)["suberror"], "bad_token");
  EXPECT_EQ((*body)["claims"], R"({"access_token":{}})");
  EXPECT_EQ((*body)["error_uri"], "http://localhost:1/error?code=70000");
  EXPECT_NE((*body)["error_description"].get<std::string>().find("AADSTS70000: Own {app} words."),
            std::string::npos);
}

TEST(SignInErrorBody, DoesNotReadPlaceholdersInValues) {
  const std::string body = sign_in_error_body(
      *find_sign_in_error(700016), {.stamp = kSignInStamp, .app = "{tenant}", .tenant = "T"});
  EXPECT_NE(body.find("identifier '{tenant}' was not found in the directory 'T'"),
            std::string::npos)
      << body;
}

TEST(SignInHeaders, DifferForTokensAndDiscovery) {
  const http::Headers token = sign_in_headers(SignInAnswer::token, kSignInStamp);
  EXPECT_EQ(token.find("Cache-Control"), "no-store, no-cache");
  EXPECT_EQ(token.find("Pragma"), "no-cache");
  EXPECT_EQ(token.find("x-ms-request-id"), "trace");
  EXPECT_EQ(token.find("client-request-id"), "correlation");
  EXPECT_EQ(token.find("Content-Type"), "application/json; charset=utf-8");
  EXPECT_EQ(token.find("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
  const http::Headers discovery = sign_in_headers(SignInAnswer::discovery, kSignInStamp);
  EXPECT_EQ(discovery.find("Cache-Control"), "max-age=86400, private");
  EXPECT_FALSE(discovery.contains("Pragma"));
}

}  // namespace
}  // namespace graphfault::graph
