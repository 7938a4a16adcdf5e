// SPDX-License-Identifier: MIT
#include "engine/calls/call_key.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace graphfault::engine {
namespace {

Call graph_call(const std::string& query = "") {
  Call call;
  call.request.method = "GET";
  call.version = "v1.0";
  call.segments = {"users", "u1"};
  call.target.query = query;
  call.target.options = http::parse_fields(query);
  call.caller.state = CallerState::valid;
  call.caller.token_id = "f1";
  auto token = std::make_shared<graph::Token>();
  token->app = "App-1";
  call.caller.token = token;
  return call;
}

std::string script_key(scenario::Per per, const Call& call) {
  std::string key;
  append_script_key(key, per, call);
  return key;
}

std::string window_key(const Call& call) {
  std::string key;
  append_window_key(key, call);
  return key;
}

TEST(CallKey, OfScripts) {
  const Call call = graph_call("$top=5&$skiptoken=abc");
  EXPECT_EQ(script_key(scenario::Per::tenant, call), "");
  EXPECT_EQ(script_key(scenario::Per::url, call), "GET /v1.0/users/u1?abc");
  EXPECT_EQ(script_key(scenario::Per::token, call), "f1");
  EXPECT_EQ(script_key(scenario::Per::app, call), "app-1");
}

TEST(CallKey, TheAppOfASignInIsItsClient) {
  Call call;
  call.surface = scenario::Surface::sign_in;
  call.request.body = "grant_type=password&client_id=App-2";
  EXPECT_EQ(script_key(scenario::Per::app, call), "app-2");
  Call other = call;
  other.request.body = "client_id=app-3";
  EXPECT_NE(window_key(call), window_key(other));
}

TEST(CallKey, OfWindowsTellCallersAndQueriesApart) {
  const std::string key = window_key(graph_call("a=1"));
  EXPECT_NE(key, window_key(graph_call("a=2")));
  Call refused = graph_call("a=1");
  refused.caller.state = CallerState::expired;
  EXPECT_NE(key, window_key(refused));
  Call renewed = graph_call("a=1");
  renewed.caller.token_id = "f2";
  EXPECT_EQ(key, window_key(renewed));
  renewed.caller.token = nullptr;
  EXPECT_NE(key, window_key(renewed));
}

TEST(CallKey, AreBounded) {
  std::string key(256, 'k');
  bound_key(key);
  EXPECT_EQ(key, std::string(256, 'k'));
  std::string one(16'000, 'k');
  std::string other = one + "x";
  bound_key(one);
  bound_key(other);
  EXPECT_LE(one.size(), 256U);
  EXPECT_NE(one, other);
}

TEST(CallKey, CanonicalPath) {
  EXPECT_EQ(canonical_path(graph_call("a=1")), "/users/u1");
  EXPECT_EQ(canonical_path(Call{}), "/");
}

}  // namespace
}  // namespace graphfault::engine
