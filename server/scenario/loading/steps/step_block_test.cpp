// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/step_block.hpp"

#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

using namespace std::chrono_literals;

ErrorStep error_of(std::string_view yaml) {
  const Step step = step_of(yaml);
  return std::holds_alternative<ErrorStep>(step.act) ? std::get<ErrorStep>(step.act) : ErrorStep{};
}

ReplyStep reply_of(std::string_view yaml) {
  const Step step = step_of(yaml);
  return std::holds_alternative<ReplyStep>(step.act) ? std::get<ReplyStep>(step.act) : ReplyStep{};
}

struct ErrorRow {
  std::string_view yaml{};
  std::string_view id{};
  int status = 0;
  std::string_view code{};
};

TEST(StepBlock, AnErrorIsNamedByStatusCodeOrId) {
  constexpr ErrorRow kRows[] = {
      {"{error: 429}", "too-many-requests", 429, "TooManyRequests"},
      {"{error: TooManyRequests}", "too-many-requests", 429, "TooManyRequests"},
      {"{error: token-expired}", "token-expired", 401, "InvalidAuthenticationToken"},
      {"{error: insufficient_claims}", "insufficient-claims", 403, "insufficient_claims"},
      {"{error: insufficient-claims-401}", "insufficient-claims-401", 401, ""},
      {"{error: Authorization_RequestDenied}", "permission-missing", 403,
       "Authorization_RequestDenied"},
      {"{error: 409}", "concurrency-violation", 409, "Directory_ConcurrencyViolation"},
      {"{error: 404, status: 410, code: Gone}", "resource-not-found", 410, "Gone"},
  };
  for (const ErrorRow& row : kRows) {
    const ErrorStep step = error_of(row.yaml);
    EXPECT_EQ(step.catalogue_id, row.id) << row.yaml;
    EXPECT_EQ(step.error.status, row.status) << row.yaml;
    if (!row.code.empty()) {
      EXPECT_EQ(step.error.code, row.code) << row.yaml;
    }
  }
}

TEST(StepBlock, OverridesReplaceWhatTheCatalogueSays) {
  const graph::GraphError error = error_of(R"({error: 422, code: C, message: "", inner: [a, b],
    details: [{code: d, target: t, message: m}, {code: e, message: n}], spelling: innererror})")
                                      .error;
  EXPECT_EQ(error.code, "C");
  EXPECT_EQ(error.message, "");
  EXPECT_EQ(error.inner, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(error.details.size(), 2U);
  EXPECT_EQ(error.details[0], (graph::ErrorDetail{.code = "d", .message = "m", .target = "t"}));
  EXPECT_EQ(error.spelling, graph::InnerSpelling::innererror);
}

TEST(StepBlock, OnASignInRuleErrorsAreThoseOfTheTokenEndpoint) {
  const auto error = [](const std::string& then) {
    const Rule rule = rule_of("- {when: POST /oauth2/v2.0/token, then: " + then + "}");
    return std::get<ErrorStep>(rule.steps.front().act);
  };
  EXPECT_EQ(error("{error: AADSTS7000215}").catalogue_id, "AADSTS7000215");
  EXPECT_EQ(error("{error: 7000215}").error.status, 401);
  EXPECT_EQ(error("{error: aadsts7000215}").error.code, "invalid_client");
  EXPECT_EQ(error("{error: 429}").catalogue_id, "");
  EXPECT_EQ(error("{error: 429, message: Slow down.}").error.message, "Slow down.");
}

TEST(StepBlock, AReplyKeepsItsBytes) {
  const ReplyStep json = reply_of("{reply: {body: {b: 1, a: [null, 1.5, 'x', \"2\", true]}}}");
  EXPECT_EQ(json.body, R"({"b":1,"a":[null,1.5,"x","2",true]})");
  EXPECT_EQ(json.headers.find("content-type"), "application/json");
  const ReplyStep text = reply_of(
      "{reply: {status: 203, reason: Odd, headers: {content-TYPE: text/csv, X: [a, b]}, "
      "text: \"a,b\\n\"}}");
  EXPECT_EQ(text.body, "a,b\n");
  EXPECT_EQ(text.status, 203);
  EXPECT_EQ(text.reason, "Odd");
  ASSERT_EQ(text.headers.size(), 3U);
  EXPECT_EQ(text.headers.begin()->name, "content-TYPE");
  EXPECT_EQ(text.headers.all("X").size(), 2U);
  const ReplyStep file = reply_of("{reply: {file: text.csv}}");
  EXPECT_EQ(file.body, "a,b\r\n1,2");
  EXPECT_EQ(file.headers.find("Content-Type"), "text/csv");
  EXPECT_EQ(reply_of("{reply: 204}").status, 204);
  EXPECT_TRUE(reply_of("{reply: {status: 202}}").headers.empty());
  EXPECT_TRUE(reply_of("{reply: {text: '${base} ${now} ${guid} ${path.12}', placeholders: true}}")
                  .placeholders);
  EXPECT_EQ(reply_of("{reply: {text: '${anything}'}}").body, "${anything}");
}

struct RetryRow {
  std::string_view yaml{};
  RetryAfter::Form form{};
  Duration wait{};
  std::string_view text{};
};

TEST(StepBlock, ReadsEveryFormOfRetryAfter) {
  const RetryRow rows[] = {
      {"2s", RetryAfter::Form::seconds, 2s, "2"},
      {"0", RetryAfter::Form::seconds, 0s, "0"},
      {"0s", RetryAfter::Form::seconds, 0s, "0"},
      {"2.128s", RetryAfter::Form::seconds, 2128ms, "2.128"},
      {"500ms", RetryAfter::Form::seconds, 500ms, "0.5"},
      {"2m", RetryAfter::Form::seconds, 120s, "120"},
      {"{date: 30s}", RetryAfter::Form::date, 30s, ""},
      {"{raw: '31,120'}", RetryAfter::Form::raw, 0s, "31,120"},
      {"{raw: 5}", RetryAfter::Form::raw, 5s, "5"},
      {"{raw: ''}", RetryAfter::Form::raw, 0s, ""},
      {"{raw: 'Wed, 21 Oct 2065 07:28:00 GMT'}", RetryAfter::Form::raw, 0s,
       "Wed, 21 Oct 2065 07:28:00 GMT"},
  };
  for (const RetryRow& row : rows) {
    const Step step = step_of("{error: 429, retry_after: " + std::string(row.yaml) + "}");
    ASSERT_TRUE(step.retry_after.has_value()) << row.yaml;
    EXPECT_EQ(step.retry_after->form, row.form) << row.yaml;
    EXPECT_EQ(step.retry_after->wait, row.wait) << row.yaml;
    EXPECT_EQ(step.retry_after->text, row.text) << row.yaml;
  }
  EXPECT_TRUE(step_of("{error: 429, retry_after: 2s, early: allow}").early_allowed);
}

TEST(StepBlock, ReadsEveryFormOfDelay) {
  const auto delay = [](std::string_view yaml) {
    return step_of("{emulate: true, delay: " + std::string(yaml) + "}").delay.value_or(Delay{});
  };
  EXPECT_EQ(std::get<FixedDelay>(delay("200ms")).time, 200ms);
  EXPECT_EQ(std::get<UniformDelay>(delay("{min: 0, max: 1s}")).max, 1s);
  EXPECT_EQ(std::get<LognormalDelay>(delay("{median: 80ms, p99: 900ms}")).p99, 900ms);
}

TEST(StepBlock, ReadsEveryFault) {
  const auto fault = [](std::string_view yaml) {
    const Step step = step_of("{fault: " + std::string(yaml) + "}");
    EXPECT_TRUE(std::holds_alternative<EmulateStep>(step.act)) << yaml;
    return step.fault.value_or(Fault{});
  };
  EXPECT_EQ(fault("reset").kind, Fault::Kind::reset);
  EXPECT_EQ(fault("close").kind, Fault::Kind::close);
  EXPECT_EQ(fault("stall").kind, Fault::Kind::stall);
  EXPECT_EQ(fault("malformed").kind, Fault::Kind::malformed);
  EXPECT_EQ(fault("empty").kind, Fault::Kind::empty);
  EXPECT_EQ(fault("html").kind, Fault::Kind::html);
  EXPECT_EQ(fault("{truncate: 40%}").fraction, 0.4);
  EXPECT_FALSE(fault("{truncate: 0%}").bytes.has_value());
  EXPECT_EQ(fault("{truncate: 100 bytes}").bytes, 100U);
  EXPECT_EQ(fault("{truncate: 100}").bytes, 100U);
  EXPECT_EQ(fault("{drip: 100 bytes/s}").bytes_per_second, 100U);
  EXPECT_EQ(fault("{status_line: 'HTTP/1.1 000 ?'}").line, "HTTP/1.1 000 ?");
}

TEST(StepBlock, ReadsEffectsHeadersAndClaims) {
  const Step step = step_of(R"({error: 401, headers: {X-A: 1, X-B: [b, c]},
    claims: {access_token: {acrs: {essential: true, value: c1}}},
    effect: {expire: token, revoke: token, advance: 61m}})");
  EXPECT_EQ(step.headers.size(), 3U);
  EXPECT_EQ(json_text(*step.claims),
            R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})");
  EXPECT_TRUE(step.effect.expire_token);
  EXPECT_TRUE(step.effect.revoke_token);
  EXPECT_EQ(step.effect.advance, 61min);
}

}  // namespace
}  // namespace graphfault::scenario
