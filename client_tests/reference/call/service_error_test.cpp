// SPDX-License-Identifier: MIT
#include "call/service_error.hpp"

#include "call/claims_challenge.hpp"
#include "call/failure.hpp"
#include "testing/scripted_transport.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::json_reply;

TEST(ServiceError, FindsTheMostSpecificCode) {
  struct Row {
    std::string body{};
    std::string code{};
  };
  const std::vector<Row> rows{
      {R"({"error":{"code":"badRequest","innerError":{"code":"invalidRange"}}})", "invalidRange"},
      {R"({"error":{"code":"badRequest","innererror":{"code":"invalidRange"}}})", "invalidRange"},
      {R"({"error":{"code":"a","innerError":{"code":"b","innererror":{"code":"c"}}}})", "c"},
      {R"({"error":{"code":"a","innerError":{"innerError":{"code":"c"}}}})", "c"},
      {R"({"error":{"code":"a","innerError":{"code":"b","innerError":{}}}})", "b"},
      // The documented 429: the inner code only repeats the status.
      {R"({"error":{"code":"TooManyRequests","innerError":{"code":"429"}}})", "TooManyRequests"},
      {R"({"error":{"code":"","innerError":{"code":""}}})", ""},
      {R"({"error":{"code":"a"}})", "a"},
      {R"({"error":{"code":5,"innerError":[1]}})", ""},
      {R"({"error":{"code":"a","innerError":"b"}})", "a"},
      {R"({"error":null})", ""},
      {R"([])", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(specific_code(read_error(json_reply(400, row.body))), row.code) << row.body;
  }
}

TEST(ServiceError, SurvivesAVeryDeepChain) {
  std::string body = R"({"error":{"code":"a")";
  for (int i = 0; i < 200; ++i) {
    body += R"(,"innerError":{"code":"b")";
  }
  body += std::string(200, '}') + "}}";
  EXPECT_EQ(specific_code(read_error(json_reply(400, body))), "b");
}

TEST(ServiceError, ReadsIdsDatesAndDetails) {
  const ServiceError error = read_error(
      json_reply(422, R"({"error":{"code":"Request_UnprocessableEntity","message":"m","innerError":{
        "request-id":"r","client-request-id":"c","date":"2026-01-15T00:00:00"},"details":[
        {"target":"mailNickname","code":"PropertyConflict","message":"Taken."},{"code":"x"},7]}})"));
  EXPECT_EQ(error.request_id, "r");
  EXPECT_EQ(error.client_request_id, "c");
  EXPECT_EQ(error.date, "2026-01-15T00:00:00");
  ASSERT_EQ(error.details.size(), 3U);
  EXPECT_EQ(error.details[0].target, "mailNickname");
  EXPECT_EQ(error.details[1].code, "x");
  EXPECT_TRUE(has_code(error, "Request_UnprocessableEntity"));
  EXPECT_FALSE(has_code(error, "PropertyConflict"));
}

TEST(ServiceError, TakesFromTheHeadersWhatTheBodyDoesNotSay) {
  const ServiceError error =
      read_error(json_reply(410, "", {{"request-id", "r"}, {"Date", "d"}, {"Location", "l"}}));
  EXPECT_EQ(error.request_id, "r");
  EXPECT_EQ(error.date, "d");
  EXPECT_EQ(error.location, "l");
}

TEST(ServiceError, SaysWhatABodyIsThatIsNoError) {
  EXPECT_NE(read_error({.status = 504}).message.find("no body"), std::string::npos);
  EXPECT_NE(read_error({.status = 411, .body = "<!DOCTYPE HTML>"}).message.find("HTML"),
            std::string::npos);
  EXPECT_NE(
      read_error({.status = 500, .body = "{\"error\":{\"co"}).message.find("not a JSON error"),
      std::string::npos);
}

TEST(ServiceError, ReadsTheTokenEndpointsShape) {
  const ServiceError error = read_error(json_reply(
      401, R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret",
      "error_codes":[7000215],"timestamp":"2026-01-15 00:00:00Z","trace_id":"t",
      "correlation_id":"c"})"));
  EXPECT_EQ(error.code, "invalid_client");
  EXPECT_EQ(specific_code(error), "AADSTS7000215");
  EXPECT_EQ(error.request_id, "t");
  EXPECT_EQ(error.date, "2026-01-15 00:00:00Z");
}

// {"access_token":{"acrs":{"essential":true,"value":"c1"}}}
const std::string kClaims =
    "eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiYzEifX19";
const std::string kClaimsJson = R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})";

TEST(Challenge, IsReadInEveryFormSeen) {
  const std::vector<std::string> values{
      R"(Bearer realm="", authorization_uri="https://x/authorize", error="insufficient_claims", claims=")" +
          kClaims + "\"",
      // Unquoted authorization_uri and another order (captured from Graph in 2022).
      R"(Bearer realm="", authorization_uri=https://x/authorize, client_id="0", claims=")" +
          kClaims + R"(", error="insufficient_claims", errorDescription="a, \"b\"=c")",
      // Two schemes in one header.
      R"(PoP realm="", nonce="ey==", Bearer realm="", error="insufficient_claims", claims=")" +
          kClaims + "\"",
      R"(bearer ERROR=insufficient_claims , Claims = )" + kClaims,
  };
  for (const std::string& value : values) {
    const Challenge challenge = bearer_challenge({{"WWW-Authenticate", value}});
    EXPECT_EQ(challenge.error, "insufficient_claims") << value;
    EXPECT_EQ(challenge.claims, kClaimsJson) << value;
  }
}

TEST(Challenge, PrefersTheHeaderThatHoldsClaims) {
  const Challenge challenge =
      bearer_challenge({{"WWW-Authenticate", R"(Bearer realm="")"},
                        {"www-authenticate", R"(Bearer error="e", claims=")" + kClaims + "\""}});
  EXPECT_EQ(challenge.claims, kClaimsJson);
}

TEST(Challenge, IsEmptyWhereThereIsNone) {
  for (const std::string value :
       {"", "Bearer", "Basic realm=\"x\"", R"(Basic claims="eyJhIjoxfQ==")", "Bearer claims=\"%%\"",
        "Bearer claims=\"W10=\"", R"(Bearer claims="{\"a\":1}")", "Bearer claims=", "=,=,\"",
        "Bearer claims=\"eyJhIjoxfQ"}) {
    const Challenge challenge = bearer_challenge({{"WWW-Authenticate", value}});
    if (value != "Bearer claims=\"eyJhIjoxfQ") {
      EXPECT_EQ(challenge.claims, "") << value;
    }
  }
  EXPECT_EQ(bearer_challenge({}).claims, "");
}

TEST(Report, SaysAllThatAPersonNeeds) {
  Failure failure{.kind = FailureKind::refused, .request = "GET http://g/v1.0/users"};
  failure.error = read_error(json_reply(
      403, R"({"error":{"code":"Authentication_MSGraphPermissionMissing","message":"No\u001b[31m.",
      "innerError":{"request-id":"r-7","date":"2026-01-15T00:00:00"},
      "details":[{"code":"c","message":"m","target":"t"}]}})"));
  const std::string text = report(failure);
  for (const char* part :
       {"refused: GET http://g/v1.0/users", "403", "Authentication_MSGraphPermissionMissing", "r-7",
        "2026-01-15T00:00:00", "t: c m", "administrator"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
}

TEST(Report, HasOneLineForAnOperation) {
  EXPECT_EQ(summary({.status = 403, .code = "c", .message = "No\x1b[31m.", .request_id = "r"}),
            "403 c: No [31m., request-id r");
  EXPECT_EQ(summary({.status = 424, .message = "m"}), "424: m");
  EXPECT_EQ(summary({.message = "no answer"}), "no answer");
}

TEST(Report, HasAdviceForEveryStatusOfTheErrorsPage) {
  for (const int status : {400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415,
                           416, 422, 423, 429, 500, 501, 503, 504, 507, 509, 424, 502}) {
    Failure failure{};
    failure.error.status = status;
    EXPECT_NE(advice(failure), "") << status;
  }
  Failure step_up{.kind = FailureKind::step_up};
  step_up.error.claims = kClaimsJson;
  EXPECT_NE(report(step_up).find("interactively"), std::string::npos);
  EXPECT_NE(report(step_up).find(kClaimsJson), std::string::npos);
  EXPECT_NE(advice({.kind = FailureKind::broken}).find("a write may have"), std::string::npos);
  const Failure unreached{.kind = FailureKind::broken, .reached = false};
  EXPECT_NE(advice(unreached).find("address"), std::string::npos);
  const Failure untrusted{.kind = FailureKind::broken, .reason = std::string(kUntrusted)};
  EXPECT_NE(advice(untrusted).find("SSL_CERT_FILE"), std::string::npos);
}

}  // namespace
}  // namespace graphclient
