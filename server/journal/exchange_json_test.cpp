// SPDX-License-Identifier: MIT
#include "journal/exchange_json.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace graphfault::journal {
namespace {

using namespace std::chrono_literals;

Exchange throttled() {
  Exchange exchange;
  exchange.sequence = 4;
  exchange.begun = Instant(1'770'801'153'250ms);
  exchange.tenant_begun = exchange.begun;
  exchange.left = exchange.begun + 1ms;
  exchange.sent = exchange.begun + 2ms;
  exchange.bytes = 512;
  exchange.version = "v1.0";
  exchange.method = "GET";
  exchange.url = "http://localhost:8080/v1.0/users?$top=5";
  exchange.path = "/users";
  exchange.query = "$top=5";
  exchange.request_headers = {{"Accept", "*/*"}};
  exchange.caller = {
      .token_id = "ab12", .app = "app-1", .state = graph::TokenState::valid, .claims = {"acrs=c1"}};
  exchange.status = 429;
  exchange.code = "TooManyRequests";
  exchange.retry_after = 2s;
  exchange.response_body = {.text = "{}", .size = 2, .cut = false};
  exchange.played = {
      .scenario = "throttled", .rule = 2, .step = 1, .rule_name = "twice", .repeated = true};
  return exchange;
}

Json written(const std::vector<Exchange>& exchanges) {
  std::string out = "[";
  append_exchanges(out, exchanges, ",\n");
  out += ']';
  return *parse_json(out);
}

TEST(ExchangeJson, NoneIsAnEmptyArray) { EXPECT_EQ(written({}), Json::array()); }

TEST(ExchangeJson, AnExchangeThatARuleAnswered) {
  EXPECT_EQ(
      json_text(exchange_json(throttled())),
      R"({"sequence":4,"begun":"2026-02-11T09:12:33.250Z","tenantBegun":"2026-02-11T09:12:33.250Z",)"
      R"("left":"2026-02-11T09:12:33.251Z","sent":"2026-02-11T09:12:33.252Z","bytes":512,"aborted":false,)"
      R"("request":{"surface":"graph","version":"v1.0","method":"GET","url":"http://localhost:8080/v1.0/users?$top=5","path":"/users",)"
      R"("query":"$top=5","headers":[{"name":"Accept","value":"*/*"}]},)"
      R"("caller":{"state":"valid","token":"ab12","app":"app-1","claims":["acrs=c1"]},)"
      R"("response":{"status":429,"code":"TooManyRequests","retryAfter":"2s","headers":[],)"
      R"("body":{"size":2,"cut":false,"text":"{}"}},)"
      R"("played":{"scenario":"throttled","rule":2,"step":1,"name":"twice","repeated":true}})");
}

TEST(ExchangeJson, WhatIsNotKnownIsLeftOut) {
  Exchange exchange;
  exchange.sequence = 1;
  exchange.nearest = {.rule = 3,
                      .why = {.part = scenario::Mismatch::Part::played_out},
                      .reason = "all its steps have been played"};
  const Json json = exchange_json(exchange);
  EXPECT_FALSE(json.contains("left"));
  EXPECT_FALSE(json.contains("sent"));
  EXPECT_FALSE(json.contains("parent"));
  EXPECT_FALSE(json.contains("caller"));
  EXPECT_FALSE(json["played"].contains("step"));
  EXPECT_EQ(
      json["nearest"],
      (Json{{"rule", 3}, {"why", "played-out"}, {"reason", "all its steps have been played"}}));
}

TEST(ExchangeJson, OperationsStandUnderTheirBatch) {
  std::vector<Exchange> exchanges(5);
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    exchanges[i].sequence = i + 3;
  }
  exchanges[0].parent = 2;  // its batch was dropped
  exchanges[0].operation = "lost";
  exchanges[2].parent = exchanges[3].parent = 4;
  exchanges[3].depends_on = {"a"};
  const Json json = written(exchanges);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(json[0]["operation"], "lost");
  ASSERT_EQ(json[1]["operations"].size(), 2U);
  EXPECT_EQ(json[1]["operations"][1]["dependsOn"], Json::array({"a"}));
  EXPECT_EQ(json[2]["sequence"], 7);
}

}  // namespace
}  // namespace graphfault::journal
