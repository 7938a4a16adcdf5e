// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

#include "base/json.hpp"
#include "scenario/faults/fault_rows.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace graphfault::engine {
namespace {

using FaultKind = scenario::Fault::Kind;
using http::Ending;

std::string_view fault_name(FaultKind kind) { return scenario::fault_row(kind).word; }

http::Answer users_answer() {
  http::Answer answer;
  answer.response.headers = {{"Content-Type", "application/json"}, {"OData-Version", "4.0"}};
  answer.response.body = R"({"value":[]})";
  answer.plan.compressible = true;
  answer.plan.ranged = true;
  return answer;
}

http::Answer with(const scenario::Fault& fault, http::Answer answer = users_answer()) {
  apply_fault(fault, answer);
  return answer;
}

TEST(Faults, Endings) {
  const struct {
    FaultKind kind;
    Ending ending;
  } cases[] = {{FaultKind::reset, Ending::reset_before},  {FaultKind::close, Ending::close_before},
               {FaultKind::stall, Ending::stall},         {FaultKind::truncate, Ending::truncate},
               {FaultKind::drip, Ending::complete},       {FaultKind::malformed, Ending::complete},
               {FaultKind::empty, Ending::complete},      {FaultKind::html, Ending::complete},
               {FaultKind::status_line, Ending::complete}};
  for (const auto& c : cases) {
    EXPECT_EQ(with({.kind = c.kind}).plan.ending, c.ending) << fault_name(c.kind);
  }
}

TEST(Faults, ConnectionFaultsLeaveTheResponseAlone) {
  for (const FaultKind kind : {FaultKind::reset, FaultKind::close, FaultKind::stall,
                               FaultKind::truncate, FaultKind::drip, FaultKind::status_line}) {
    EXPECT_EQ(with({.kind = kind}).response, users_answer().response) << fault_name(kind);
  }
}

TEST(Faults, TruncateCountsBytesOfTheBody) {
  const struct {
    scenario::Fault fault;
    std::uint64_t cut_after;
  } cases[] = {{{.kind = FaultKind::truncate, .fraction = 0.4}, 4},  // of 12
               {{.kind = FaultKind::truncate, .fraction = 0}, 0},
               {{.kind = FaultKind::truncate, .fraction = 1}, 12},
               {{.kind = FaultKind::truncate, .fraction = 0.4, .bytes = 7}, 7},
               {{.kind = FaultKind::truncate, .bytes = 0}, 0},
               {{.kind = FaultKind::truncate, .bytes = 99}, 12}};
  for (const auto& c : cases) {
    const http::Answer answer = with(c.fault);
    EXPECT_EQ(answer.plan.cut_after, c.cut_after) << c.fault.fraction;
    EXPECT_FALSE(answer.plan.compressible);
  }
}

TEST(Faults, TruncateOfAnEmptyBodyCutsAfterTheHead) {
  http::Answer answer = users_answer();
  answer.response.body.clear();
  EXPECT_EQ(with({.kind = FaultKind::truncate, .fraction = 0.4}, answer).plan.cut_after, 0U);
}

TEST(Faults, DripAndStatusLineCarryTheirValue) {
  EXPECT_EQ(with({.kind = FaultKind::drip, .bytes_per_second = 100}).plan.drip, 100U);
  EXPECT_EQ(with({.kind = FaultKind::status_line, .line = "HTTP/1.1 000 ?"}).plan.status_line,
            "HTTP/1.1 000 ?");
}

TEST(Faults, MalformedIsNeverJson) {
  for (const char* body :
       {R"({"value":[]})", "[1,2]", "", "{}", "[]", "{}\n", "true", "12", "\"text\"", "plain"}) {
    http::Answer answer = users_answer();
    answer.response.body = body;
    EXPECT_FALSE(parse_json(with({.kind = FaultKind::malformed}, answer).response.body)) << body;
  }
}

TEST(Faults, EmptyKeepsTheHeaders) {
  const http::Answer answer = with({.kind = FaultKind::empty});
  EXPECT_EQ(answer.response.body, "");
  EXPECT_EQ(answer.response.headers, users_answer().response.headers);
}

TEST(Faults, HtmlIsAGatewayPageUnderTheSameStatus) {
  http::Answer answer = users_answer();
  answer.response.status = 502;
  answer = with({.kind = FaultKind::html}, answer);
  EXPECT_EQ(answer.response.status, 502);
  EXPECT_NE(answer.response.body.find("<title>502 Bad Gateway</title>"), std::string::npos);
  EXPECT_EQ(answer.response.headers.find("content-type"), "text/html");
}

TEST(Faults, WhatNeedsNoConnectionLeavesThePlanComplete) {
  for (const scenario::FaultRow& row : scenario::fault_rows()) {
    if (!row.needs_connection) {
      const http::WirePlan plan = with({.kind = row.kind}).plan;
      EXPECT_EQ(plan.ending, Ending::complete) << row.word;
      EXPECT_FALSE(plan.drip.has_value()) << row.word;
      EXPECT_FALSE(plan.status_line.has_value()) << row.word;
    }
  }
}

TEST(Faults, WhatSpoilsTheBodyChangesOrCutsIt) {
  for (const scenario::FaultRow& row : scenario::fault_rows()) {
    const http::Answer answer = with({.kind = row.kind});
    const bool spoilt = answer.response.body != users_answer().response.body ||
                        answer.plan.ending == Ending::truncate;
    EXPECT_EQ(row.spoils_body, spoilt) << row.word;
  }
}

TEST(Faults, OnlyAFaultWithoutAHeadHidesTheAnswer) {
  for (const scenario::FaultRow& row : scenario::fault_rows()) {
    const FaultKind kind = row.kind;
    const Ending ending = with({.kind = kind}).plan.ending;
    const bool nothing_sent = ending != Ending::complete && ending != Ending::truncate;
    EXPECT_EQ(hides_answer(kind), nothing_sent) << fault_name(kind);
  }
}

}  // namespace
}  // namespace graphfault::engine
