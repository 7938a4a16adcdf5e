// SPDX-License-Identifier: MIT
#include "journal/packed_exchange.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::journal {
namespace {

using namespace std::chrono_literals;

/// Every member set, and each to something of its own.
Exchange full_exchange() {
  Exchange exchange;
  exchange.sequence = 1;
  exchange.parent = 2;
  exchange.operation = "operation";
  exchange.depends_on = {"a", ""};
  exchange.begun = Instant(3s);
  exchange.tenant_begun = Instant(4s);
  exchange.left = Instant(5s);
  exchange.sent = Instant(6s);
  exchange.bytes = 7;
  exchange.aborted = true;
  exchange.method = "GET";
  exchange.url = "url";
  exchange.path = std::string("pa\0th", 5);
  exchange.query = "query";
  exchange.request_headers = {{"A", "1"}, {"a", ""}};
  exchange.request_body = {.text = std::string(20'000, 'q'), .size = 30'000, .cut = true};
  exchange.body_hash = "hash";
  exchange.caller = {
      .token_id = "token", .app = "app", .state = "valid", .claims = {"acrs=c1", "nbf"}};
  exchange.status = 429;
  exchange.code = "TooManyRequests";
  exchange.response_headers = {{"B", "2"}};
  exchange.response_body = {.text = "{}", .size = 2, .cut = false};
  exchange.fault = "truncate";
  exchange.retry_after = 8s;
  exchange.played = {
      .scenario = "scenario", .rule = 9, .step = 10, .rule_name = "rule", .repeated = true};
  exchange.nearest = {.rule = 11, .rule_name = "near", .reason = "reason"};
  return exchange;
}

void expect_same_request(const Exchange& a, const Exchange& b) {
  EXPECT_EQ(a.sequence, b.sequence);
  EXPECT_EQ(a.parent, b.parent);
  EXPECT_EQ(a.operation, b.operation);
  EXPECT_EQ(a.depends_on, b.depends_on);
  EXPECT_EQ(a.begun, b.begun);
  EXPECT_EQ(a.tenant_begun, b.tenant_begun);
  EXPECT_EQ(a.method, b.method);
  EXPECT_EQ(a.url, b.url);
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.query, b.query);
  EXPECT_EQ(a.request_headers, b.request_headers);
  EXPECT_EQ(a.request_body.text, b.request_body.text);
  EXPECT_EQ(a.request_body.size, b.request_body.size);
  EXPECT_EQ(a.request_body.cut, b.request_body.cut);
  EXPECT_EQ(a.body_hash, b.body_hash);
  EXPECT_EQ(a.caller.token_id, b.caller.token_id);
  EXPECT_EQ(a.caller.app, b.caller.app);
  EXPECT_EQ(a.caller.state, b.caller.state);
  EXPECT_EQ(a.caller.claims, b.caller.claims);
}

void expect_same_answer(const Exchange& a, const Exchange& b) {
  EXPECT_EQ(a.left, b.left);
  EXPECT_EQ(a.sent, b.sent);
  EXPECT_EQ(a.bytes, b.bytes);
  EXPECT_EQ(a.aborted, b.aborted);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.code, b.code);
  EXPECT_EQ(a.response_headers, b.response_headers);
  EXPECT_EQ(a.response_body.text, b.response_body.text);
  EXPECT_EQ(a.response_body.size, b.response_body.size);
  EXPECT_EQ(a.response_body.cut, b.response_body.cut);
  EXPECT_EQ(a.fault, b.fault);
  EXPECT_EQ(a.retry_after, b.retry_after);
  EXPECT_EQ(a.played.scenario, b.played.scenario);
  EXPECT_EQ(a.played.rule, b.played.rule);
  EXPECT_EQ(a.played.step, b.played.step);
  EXPECT_EQ(a.played.rule_name, b.played.rule_name);
  EXPECT_EQ(a.played.repeated, b.played.repeated);
  EXPECT_EQ(a.nearest.rule, b.nearest.rule);
  EXPECT_EQ(a.nearest.rule_name, b.nearest.rule_name);
  EXPECT_EQ(a.nearest.reason, b.nearest.reason);
}

TEST(PackedExchange, UnpacksToWhatWasPacked) {
  for (const Exchange& exchange : {full_exchange(), Exchange{}}) {
    const Exchange back = unpack(pack(exchange));
    expect_same_request(back, exchange);
    expect_same_answer(back, exchange);
  }
}

TEST(PackedExchange, CountsItsBlock) {
  const std::size_t empty = bytes_of(pack({}));
  const std::size_t full = bytes_of(pack(full_exchange()));
  EXPECT_GT(full, empty + 20'000);
  EXPECT_LT(full, empty + 22'000);
}

}  // namespace
}  // namespace graphfault::journal
