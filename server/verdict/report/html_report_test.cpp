// SPDX-License-Identifier: MIT
#include "verdict/report/html_report.hpp"

#include "scenario/default_scenario.hpp"
#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"
#include "verdict/report/timeline_svg.hpp"
#include "verdict/testing/journal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kMarkup = "\"'><img src=x onerror=alert(1)><script>&</svg>";

struct Judged {
  Record record;
  Verdict verdict{};

  explicit Judged(std::vector<Exchange> exchanges)
      : record(std::move(exchanges), {.ended = true}),
        verdict(judge(*scenario::default_scenario(), record, {})) {}
  std::string page() const { return html_report({{"throttled.t1", verdict, record}}); }
  std::string fragment() const { return html_fragment(verdict, record); }
};

std::size_t count_in_page(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// So many requests, one a second, each of a URL of its own.
std::vector<Exchange> many(std::size_t requests, int status) {
  std::vector<Exchange> exchanges(requests);
  for (std::size_t i = 0; i < requests; ++i) {
    Exchange& exchange = exchanges[i];
    exchange.sequence = i + 1;
    exchange.method = "GET";
    exchange.path = "/users/" + std::to_string(i);
    exchange.url = "http://localhost:8080/v1.0" + exchange.path;
    exchange.begun = exchange.tenant_begun = Instant(std::chrono::seconds(i));
    exchange.left = exchange.sent = exchange.begun;
    exchange.status = status;
  }
  return exchanges;
}

TEST(HtmlReport, OfNothingSaysSo) {
  const Judged nothing({});
  EXPECT_THAT(nothing.page(), HasSubstr("<p>No request came.</p>"));
  EXPECT_THAT(nothing.page(), HasSubstr("<li>no request came</li>"));
  EXPECT_THAT(nothing.page(), HasSubstr("0 requests"));
  EXPECT_THAT(nothing.fragment(), HasSubstr("data-outcome=\"failed\""));
}

TEST(HtmlReport, IsOnePageWithNeitherScriptNorNetwork) {
  const std::string page = Judged(journal_of("0 GET /v1.0/users 200")).page();
  EXPECT_THAT(page, ::testing::StartsWith("<!doctype html><html lang=\"en\">"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(::testing::ContainsRegex("(src|href)=\"?(https?:)?//")));
  EXPECT_EQ(count_in_page(page, "<main>"), 1U);
  EXPECT_EQ(count_in_page(page, "</main></body></html>"), 1U);
  EXPECT_THAT(page, HasSubstr("<p class=\"faint\">1 request</p>"));
}

TEST(HtmlReport, WhateverAClientSentIsText) {
  const std::string markup(kMarkup);
  for (auto member : {&Exchange::method, &Exchange::path, &Exchange::query, &Exchange::code,
                      &Exchange::fault, &Exchange::operation, &Exchange::url}) {
    auto exchanges = journal_of(
        "0 POST /v1.0/$batch 200 | 0 GET /users/a 429 parent=1 op=a | 50 GET /v1.0/users 429 "
        "retry-after=9s | 60 GET /v1.0/users 200 | 90 GET /v1.0/groups 0");
    for (Exchange& exchange : exchanges) {
      exchange.*member = markup;
    }
    const Judged judged(std::move(exchanges));
    for (const std::string& html : {judged.page(), judged.fragment()}) {
      EXPECT_EQ(count_in_page(html, "<img"), 0U);
      EXPECT_EQ(count_in_page(html, "<script"), 0U);
      EXPECT_EQ(count_in_page(html, "alert(1)>"), 0U);
    }
  }
  const Judged judged(journal_of("0 GET /v1.0/users 200"));
  EXPECT_THAT(html_report({{markup, judged.verdict, judged.record}}), Not(HasSubstr("<img")));
}

TEST(HtmlReport, ABatchIsFoldedOverItsOperations) {
  const std::string page =
      Judged(journal_of("0 POST /v1.0/$batch 200 | 0 GET /users/a 200 parent=1 "
                        "op=a | 0 GET /users/b 404 parent=1 op=b"))
          .page();
  EXPECT_THAT(page, HasSubstr("<details><summary>2 operations</summary><table>"));
  EXPECT_EQ(count_in_page(page, "<tr id=\"e"), 3U);
  EXPECT_THAT(page, HasSubstr("<tr id=\"e3\"><td>#3</td>"));
}

TEST(HtmlReport, ABatchOfOneHasOneOperation) {
  const std::string page =
      Judged(journal_of("0 POST /v1.0/$batch 200 | 0 GET /users/b 404 parent=1 op=b")).page();
  EXPECT_THAT(page, HasSubstr("<summary>1 operation</summary>"));
  EXPECT_THAT(page, HasSubstr("1 of 1 operation failed"));
}

TEST(HtmlReport, ARequestInAForbiddenWindowIsMarked) {
  const std::string page =
      Judged(journal_of("0 GET /v1.0/users 429 retry-after=2s | 500 GET /v1.0/users 429 "
                        "retry-after=2s | 3000 GET /v1.0/users 200"))
          .fragment();
  EXPECT_EQ(count_in_page(page, "asked to wait 2s"), 2U);
  EXPECT_EQ(
      count_in_page(page, "aria-label=\"#2, 429, came too early\"><rect class=\"throttled early\""),
      1U);
  EXPECT_EQ(count_in_page(page, ", came too early"), 1U);
  EXPECT_THAT(page, HasSubstr("<details data-finding=\"retry-after-honoured\" open>"));
}

TEST(HtmlReport, ABatchShowsTheLongestWaitOfItsOperationsAndWhoCameIntoIt) {
  const std::string page =
      Judged(journal_of(
                 "0 POST /v1.0/$batch 200 | 1 GET /v1.0/a 429 parent=1 op=1 retry-after=2s | 1 GET "
                 "/v1.0/b 429 parent=1 op=2 retry-after=1s | 1 GET /v1.0/c 200 parent=1 op=3 | 900 "
                 "POST /v1.0/$batch 200 body=b | 901 GET /v1.0/a 200 parent=5 op=1"))
          .fragment();
  EXPECT_EQ(count_in_page(page, "<title>#1 asked to wait 2s</title>"), 1U);
  EXPECT_EQ(count_in_page(
                page, "aria-label=\"#1, 200, 2 of 3 operations failed\"><rect class=\"throttled\""),
            1U);
  EXPECT_EQ(
      count_in_page(page, "aria-label=\"#5, 200, came too early\"><rect class=\"good early\""), 1U);
}

TEST(HtmlReport, WhereTheTenantsClockStandsStillShowsRealTime) {
  const std::string page =
      Judged(journal_of("0 GET /v1.0/users 429 retry-after=1s frozen | 1100 GET /v1.0/users 200 "
                        "frozen | 3000 GET /v1.0/a 200 frozen"))
          .fragment();
  EXPECT_THAT(page, HasSubstr(">3 s<"));
  EXPECT_EQ(count_in_page(page, ", came too early"), 0U);
}

TEST(HtmlReport, OfALongJournalStaysBounded) {
  struct Row {
    const char* name = nullptr;
    std::vector<Exchange> exchanges{};
  };
  std::vector<Exchange> hammered = many(20'000, 429);
  for (Exchange& exchange : hammered) {
    exchange.path = "/users";
    exchange.url = "http://localhost:8080/v1.0/users";
    exchange.retry_after = std::chrono::seconds(60);
  }
  std::vector<Row> rows{{"good", many(20'000, 200)}, {"refused", many(20'000, 404)}};
  rows.push_back({"hammered", std::move(hammered)});
  for (Row& row : rows) {
    const Judged judged(std::move(row.exchanges));
    EXPECT_LT(judged.page().size(), 2'000'000U) << row.name;
    EXPECT_LT(judged.fragment().size(), 1'000'000U) << row.name;
    EXPECT_EQ(count_in_page(judged.page(), "Shown are the last 1000 of 20000 requests"), 1U)
        << row.name;
    EXPECT_EQ(count_in_page(judged.page(), "<tr id=\"e20000\">"), 1U) << row.name;
  }
}

TEST(HtmlReport, TheEvidenceOfALongJournalCanBeFollowed) {
  auto exchanges = many(3000, 200);
  exchanges[1].status = 429;
  const Judged judged(std::move(exchanges));
  const std::string page = judged.page();
  EXPECT_EQ(count_in_page(page, "<tr id=\"e2\">"), 1U);
  EXPECT_GE(count_in_page(page, "<a href=\"#e2\">#2</a>"), 1U);
  EXPECT_EQ(count_in_page(page, "<tr id=\"e1500\">"), 0U);
}

TEST(Timeline, OfALongJournalShowsTheTellingCalls) {
  auto exchanges = many(3000, 200);
  exchanges[1].status = 429;
  const std::string svg = timeline_svg(Record(std::move(exchanges), {.ended = true}));
  EXPECT_EQ(count_in_page(svg, "href=\"#e2\""), 1U);
  EXPECT_EQ(count_in_page(svg, "href=\"#e3000\""), 1U);
  EXPECT_EQ(count_in_page(svg, "<a href"), 200U);
  EXPECT_EQ(count_in_page(svg, "<p>Shown are 200 of 3000 calls"), 1U);
}

TEST(Timeline, TicksAreRoundAndFew) {
  struct Row {
    const char* journal = nullptr;
    const char* last = nullptr;
  };
  for (const Row& row : {Row{"0 GET /v1.0/users 200 | 1000 GET /v1.0/a 200", ">1 s<"},
                         Row{"0 GET /v1.0/users 200 | 61000 GET /v1.0/a 200", ">60 s<"},
                         Row{"0 GET /v1.0/users 200 took=0", ">0.1 s<"}}) {
    const std::string svg = timeline_svg(Record(journal_of(row.journal), {.ended = true}));
    EXPECT_EQ(count_in_page(svg, row.last), 1U) << row.journal << svg;
    EXPECT_LE(count_in_page(svg, "class=\"tick\""), 9U);
  }
}

TEST(Timeline, OfOneInstantHasAScale) {
  const std::string svg =
      timeline_svg(Record(journal_of("0 GET /v1.0/users 200 took=0"), {.ended = true}));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, Not(HasSubstr("inf\"")));
}

}  // namespace
}  // namespace graphfault::verdict
