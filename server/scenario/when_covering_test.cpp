// SPDX-License-Identifier: MIT
#include "scenario/testing/row_request.hpp"
#include "scenario/testing/when_rows.hpp"
#include "scenario/when.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace graphfault::scenario {
namespace {

// Where a condition covers another, it matches whatever the other matches: of all pairs and
// requests in the table.
TEST(When, WhatACoveredConditionMatchesTheCoveringOneMatchesToo) {
  const std::vector<WhenRow> rows = when_rows();
  std::set<std::string> texts;
  for (const WhenRow& row : rows) {
    texts.insert(row.when);
  }
  std::vector<When> whens;
  std::transform(texts.begin(), texts.end(), std::back_inserter(whens),
                 [](const std::string& text) { return when_of(text); });
  std::vector<std::vector<bool>> matched(whens.size());
  for (const WhenRow& row : rows) {
    const RowRequest request(row);
    const Asked asked = request.asked();
    for (std::size_t i = 0; i < whens.size(); ++i) {
      matched[i].push_back(matches(whens[i], asked));
    }
  }
  std::size_t covering = 0;
  for (std::size_t a = 0; a < whens.size(); ++a) {
    EXPECT_TRUE(covers(whens[a], whens[a])) << *std::next(texts.begin(), static_cast<long>(a));
    for (std::size_t b = 0; b < whens.size(); ++b) {
      if (a == b || !covers(whens[a], whens[b])) {
        continue;
      }
      ++covering;
      for (std::size_t r = 0; r < rows.size(); ++r) {
        EXPECT_TRUE(!matched[b][r] || matched[a][r])
            << *std::next(texts.begin(), static_cast<long>(a)) << " covers "
            << *std::next(texts.begin(), static_cast<long>(b)) << " but not " << name_of(rows[r]);
      }
    }
  }
  EXPECT_GT(covering, 30U) << "the table has pairs that are worth a look";
}

struct CoveringRow {
  const char* a;
  const char* b;
  bool covers;
};

TEST(When, CoversPartByPart) {
  constexpr CoveringRow kRows[] = {
      {"{path: /a}", "GET /a", true},
      {"GET /a", "{path: /a}", false},
      {"{path: /a}", "HEAD /a", false},
      {"{method: [GET, POST], path: /a}", "POST /a", true},
      {"GET /a", "{method: [GET, POST], path: /a}", false},
      {"GET /a", "GET /beta/a", true},
      {"GET /beta/a", "GET /a", false},
      {"GET /beta/a", "GET /v1.0/a", false},
      {"{path: /**}", "{path: /oauth2/**}", false},
      {"{path: /oauth2/**}", "POST /oauth2/v2.0/token", true},
      {"{path: /a}", "{path: /a, operation: {id: x}}", true},
      {"{path: /a, operation: {id: x}}", "{path: /a}", false},
      {"{path: /a, operation: {id: x}}", "{path: /a, operation: {id: x, position: 1}}", true},
      {"{path: /a, operation: {id: x}}", "{path: /a, operation: {position: 1}}", false},
      {"GET /a, in_batch: false", "GET /a", false},
      {"GET /a, in_batch: false", "GET /a, in_batch: false", true},
      {"GET /a", "GET /a, in_batch: false", true},
      {"GET /a, in_batch: false", "{path: /a, operation: {id: x}}", false},
      {"{path: /a, query: {B: present}}", "{path: /a, query: {$b: 5}}", true},
      {"{path: /a, query: {b: 5}}", "{path: /a}", false},
      {"{path: /a, headers: {B: present}}", "{path: /a, headers: {b: x, c: y}}", true},
      {"{path: /a, headers: {b: absent}}", "{path: /a}", false},
      {"{path: /a, page: {min: 2}}", "{path: /a, page: 2}", true},
      {"{path: /a, page: 2}", "{path: /a, page: {min: 2}}", false},
      {"{path: /a, page: 1}", "GET /a", false},
      {"{path: /a, body: present}", "{path: /a, body: {b: 1}}", true},
      {"{path: /a, body: absent}", "{path: /a}", false},
      {"{path: /a}", "{path: /a, token: expired}", true},
      {"{path: /a, token: [expired, revoked]}", "{path: /a, token: expired}", true},
      {"{path: /a, token: expired}", "{path: /a, token: [expired, revoked]}", false},
      {"{path: /a, token: valid}", "{path: /a}", false},
      {"{path: /a, token: {roles: [A]}}", "{path: /a, token: {roles: [B, A]}}", true},
      {"{path: /a, token: {roles: [A, B]}}", "{path: /a, token: {roles: [B]}}", false},
      {"{path: /a, token: {has_claim: c}}", "{path: /a, token: {lacks_claim: c}}", false},
      {"{path: /a, token: {app: present}}", "{path: /a, token: {app: x, has_claim: c}}", true},
      {"handshake", "{handshake: x}", true},
      {"{handshake: x}", "handshake", false},
      {"{handshake: {glob: 'x*'}}", "{handshake: xy}", true},
      {"handshake", "{path: /**}", false},
  };
  for (const CoveringRow& row : kRows) {
    EXPECT_EQ(covers(when_of(row.a), when_of(row.b)), row.covers) << row.a << " and " << row.b;
  }
}

}  // namespace
}  // namespace graphfault::scenario
