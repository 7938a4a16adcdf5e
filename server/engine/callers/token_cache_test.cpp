// SPDX-License-Identifier: MIT
#include "engine/callers/token_cache.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

std::string token_text(const std::string& id) {
  return graph::write_token({.tenant = "t", .id = id}, graph::token_key());
}

TEST(TokenCache, Reads) {
  TokenCache cache(graph::token_key(), 1 << 20);
  const Caller good = cache.read(token_text("one"));
  EXPECT_EQ(good.state, CallerState::valid);
  ASSERT_NE(good.token, nullptr);
  EXPECT_EQ(good.token->id, "one");
  EXPECT_EQ(good.token_id.size(), 16U);
  const struct {
    const char* text;
    CallerState state;
    std::optional<graph::TokenFault> fault;
  } cases[] = {{"", CallerState::missing, std::nullopt},
               {"Junk", CallerState::malformed, graph::TokenFault::no_dots},
               {"a.b.c", CallerState::malformed, graph::TokenFault::unreadable}};
  for (const auto& c : cases) {
    const Caller caller = cache.read(c.text);
    EXPECT_EQ(caller.state, c.state) << c.text;
    EXPECT_EQ(caller.fault, c.fault) << c.text;
    EXPECT_EQ(caller.token, nullptr);
    EXPECT_EQ(caller.token_id.empty(), *c.text == '\0');
  }
}

TEST(TokenCache, VerifiesATokenOnce) {
  TokenCache cache(graph::token_key(), 1 << 20);
  const std::string text = token_text("one");
  const Caller first = cache.read(text);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(cache.read(text).token, first.token);
  }
  EXPECT_EQ(cache.verified(), 1U);
}

TEST(TokenCache, IsBoundedAndKeepsWhatIsUsed) {
  TokenCache cache(graph::token_key(), 256 * 1024);
  const std::string used = token_text("used");
  cache.read(used);
  for (int i = 0; i < 2'000; ++i) {
    cache.read("junk" + std::to_string(i));
    if (i % 10 == 0) {
      cache.read(used);
    }
  }
  EXPECT_LT(cache.verified(), 2'001U + 30U);
  const std::size_t before = cache.verified();
  cache.read("junk0");
  EXPECT_EQ(cache.verified(), before + 1);  // was forgotten
}

TEST(TokenCache, WhatIsLargerThanTheCacheIsReadAllTheSame) {
  TokenCache cache(graph::token_key(), 100);
  EXPECT_EQ(cache.read(token_text("one")).state, CallerState::valid);
}

TEST(BearerToken, Cases) {
  const struct {
    const char* authorization;
    const char* token;
  } cases[] = {{"Bearer abc", "abc"},
               {"bearer abc", "abc"},
               {"BEARER   a.b.c  ", "a.b.c"},
               {"Bearer", ""},
               {"Bearer ", ""},
               {"Basic abc", ""},
               {"Bearerabc", ""},
               {"", ""},
               {"Bearer a b", "a b"}};
  for (const auto& c : cases) {
    EXPECT_EQ(bearer_token(c.authorization), c.token) << c.authorization;
  }
}

}  // namespace
}  // namespace graphfault::engine
