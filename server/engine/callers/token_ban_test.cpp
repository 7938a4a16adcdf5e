// SPDX-License-Identifier: MIT
#include "engine/callers/token_ban.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>

namespace graphfault::engine {
namespace {

using namespace std::chrono_literals;

Caller caller_of(const char* id, Duration issued) {
  auto token = std::make_shared<graph::Token>();
  token->issued = Instant(issued);
  return {.state = CallerState::valid, .token_id = id, .token = token};
}

Caller opaque(const char* id) { return {.state = CallerState::valid, .token_id = id}; }

TEST(TokenBan, One) {
  TokenBan ban;
  ban.one("a", Instant(5s));
  EXPECT_EQ(ban.since(caller_of("a", 1s)), Instant(5s));
  EXPECT_FALSE(ban.since(caller_of("b", 1s)));
  ban.one("", Instant(5s));
  EXPECT_FALSE(ban.since(opaque("")));
}

TEST(TokenBan, AllReachesWhatWasIssuedBefore) {
  TokenBan ban;
  ban.all(Instant(10s + 500ms));
  const struct {
    Duration issued;
    bool banned;
  } cases[] = {{0s, true}, {9s, true}, {10s, true}, {11s, false}, {99s, false}};
  for (const auto& c : cases) {
    EXPECT_EQ(ban.since(caller_of("a", c.issued)).has_value(), c.banned) << c.issued.count();
  }
}

TEST(TokenBan, SparesWhatWasIssuedAfterItInTheSameSecond) {
  TokenBan ban;
  ban.spare("too-early");
  ban.all(Instant(10s));
  ban.spare("after");
  EXPECT_TRUE(ban.since(caller_of("too-early", 10s)));
  EXPECT_FALSE(ban.since(caller_of("after", 10s)));
  ban.all(Instant(10s));  // a frozen clock
  EXPECT_TRUE(ban.since(caller_of("after", 10s)));
}

TEST(TokenBan, AllReachesOpaqueTokensThatWereSeen) {
  TokenBan ban;
  ban.saw(opaque("seen"));
  ban.all(Instant(10s));
  EXPECT_TRUE(ban.since(opaque("seen")));
  EXPECT_FALSE(ban.since(opaque("new")));
}

TEST(TokenBan, IsBounded) {
  TokenBan ban(2);
  for (const char* id : {"a", "b", "c"}) {
    ban.one(id, Instant(1s));
  }
  EXPECT_FALSE(ban.since(opaque("a")));
  EXPECT_TRUE(ban.since(opaque("c")));
}

}  // namespace
}  // namespace graphfault::engine
