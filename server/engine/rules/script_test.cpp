// SPDX-License-Identifier: MIT
#include "engine/rules/script.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

scenario::Rule rule_of(const std::vector<std::uint64_t>& times, bool repeat = false) {
  scenario::Rule rule;
  rule.number = 1;
  rule.repeat = repeat;
  for (const std::uint64_t each : times) {
    scenario::Step step;
    step.times = each;
    rule.steps.push_back(step);
  }
  return rule;
}

// The steps of `turns` turns: `1 1 2 -`, counted from 1, - where nothing is played.
std::string played(const scenario::Rule& rule, int turns) {
  Scripts scripts(1);
  std::string text;
  for (int i = 0; i < turns; ++i) {
    const auto step = scripts.take(rule, Call{});
    text.append(i == 0 ? "" : " ").append(step ? std::to_string(*step + 1) : "-");
  }
  return text;
}

TEST(Script, Plays) {
  const struct {
    std::vector<std::uint64_t> times;
    bool repeat;
    const char* steps;
  } cases[] = {{{1}, false, "1 - - - - -"},    {{2}, false, "1 1 - - - -"},
               {{0}, false, "1 1 1 1 1 1"},    {{1, 1}, false, "1 2 - - - -"},
               {{2, 3}, false, "1 1 2 2 2 -"}, {{1, 0}, false, "1 2 2 2 2 2"},
               {{1, 1}, true, "1 2 1 2 1 2"},  {{2, 1}, true, "1 1 2 1 1 2"},
               {{1}, true, "1 1 1 1 1 1"},     {{1, 1, 1}, false, "1 2 3 - - -"}};
  for (const auto& c : cases) {
    EXPECT_EQ(played(rule_of(c.times, c.repeat), 6), c.steps);
  }
}

TEST(Script, CountsPlaysAndSaysWhereItStands) {
  Scripts scripts(1);
  const scenario::Rule rule = rule_of({2, 1});
  EXPECT_EQ(scripts.position(rule), ScriptPosition{});
  scripts.take(rule, Call{});
  EXPECT_EQ(scripts.position(rule), (ScriptPosition{.step = 0, .played = 1}));
  scripts.take(rule, Call{});
  scripts.take(rule, Call{});
  scripts.take(rule, Call{});
  EXPECT_EQ(scripts.plays(rule), 3U);
  EXPECT_EQ(scripts.position(rule), (ScriptPosition{.step = 2, .played = 0}));
}

Call call_of(const char* method, const char* path, const char* query, const char* token) {
  Call call;
  call.request.method = method;
  call.version = "v1.0";
  call.segments = {path};
  call.target.query = query;
  call.target.options = http::parse_fields(query);
  call.caller.token_id = token;
  auto read = std::make_shared<graph::Token>();
  read->app = std::string("app-of-") + token;
  call.caller.token = read;
  return call;
}

TEST(Script, IsCountedPerKey) {
  const Call calls[] = {call_of("GET", "users", "", "a"), call_of("GET", "users", "$top=5", "a"),
                        call_of("GET", "users", "$skiptoken=x", "a"),
                        call_of("PATCH", "users", "", "b"), call_of("GET", "groups", "", "b")};
  const struct {
    scenario::Per per;
    const char* first_turns;  // of each call, with a script of one turn
  } cases[] = {{scenario::Per::tenant, "+----"},
               {scenario::Per::url, "+-+++"},
               {scenario::Per::token, "+--+-"},
               {scenario::Per::app, "+--+-"}};
  for (const auto& c : cases) {
    Scripts scripts(1);
    scenario::Rule rule = rule_of({1});
    rule.per = c.per;
    std::string turns;
    for (const Call& call : calls) {
      turns += scripts.take(rule, call) ? '+' : '-';
    }
    EXPECT_EQ(turns, c.first_turns);
  }
}

TEST(Script, ForgetsTheOldestKeyBeyondItsBound) {
  Scripts scripts(1, 3);
  scenario::Rule rule = rule_of({1});
  rule.per = scenario::Per::token;
  for (const char* token : {"a", "b", "c", "d"}) {
    EXPECT_TRUE(scripts.take(rule, call_of("GET", "users", "", token)));
  }
  EXPECT_EQ(scripts.keys(), 3U);
  EXPECT_FALSE(scripts.take(rule, call_of("GET", "users", "", "d")));
  EXPECT_TRUE(scripts.take(rule, call_of("GET", "users", "", "a")));  // was forgotten
}

TEST(Script, RulesHavePositionsOfTheirOwn) {
  Scripts scripts(2);
  scenario::Rule first = rule_of({1});
  scenario::Rule second = rule_of({1});
  second.number = 2;
  first.per = second.per = scenario::Per::app;
  const Call call = call_of("GET", "users", "", "a");
  EXPECT_TRUE(scripts.take(first, call));
  EXPECT_TRUE(scripts.take(second, call));
  EXPECT_FALSE(scripts.take(first, call));
}

}  // namespace
}  // namespace graphfault::engine
