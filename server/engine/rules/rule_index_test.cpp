// SPDX-License-Identifier: MIT
#include "engine/rules/rule_index.hpp"

#include "scenario/conditions/path_pattern.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using scenario::Surface;
using Path = std::vector<std::string>;

std::vector<scenario::Rule> rules_of(const std::vector<std::string>& patterns) {
  std::vector<scenario::Rule> rules;
  for (const std::string& pattern : patterns) {
    scenario::Rule rule;
    rule.when.path = *scenario::parse_path_pattern(pattern);
    rule.number = static_cast<int>(rules.size()) + 1;
    rules.push_back(rule);
  }
  return rules;
}

const std::vector<std::string> kPatterns = {
    "/users",    "/users/*",   "/users/*/messages", "/**",           "/users/delta",
    "/Users/**", "/*/**",      "/groups/*/members", "/users('x')",   "/v1.0/users",
    "/beta/*",   "/reports/a", "/reports/*",        "/*/*/messages", "/"};

TEST(RuleIndex, AgreesWithThePatternsThemselves) {
  const std::vector<scenario::Rule> rules = rules_of(kPatterns);
  const RuleIndex index(rules);
  const Path paths[] = {{},
                        {"users"},
                        {"USERS"},
                        {"users", "x"},
                        {"users", "delta"},
                        {"users", "$count"},
                        {"users", "x", "messages"},
                        {"groups", "g1", "members"},
                        {"groups", "g1", "members", "$ref"},
                        {"groups", "getByIds"},
                        {"reports", "a"},
                        {"reports", "getUsage(period='D7')"},
                        {"$batch"},
                        {"me"},
                        {"a", "b", "c", "d", "e"}};
  for (const Path& path : paths) {
    RuleList expected;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
      if (scenario::matches(rules[i].when.path, path)) {
        expected.push_back(i);
      }
    }
    RuleList found = {99};
    index.find(Surface::graph, path, found);
    EXPECT_EQ(found, expected) << ::testing::PrintToString(path);
  }
}

TEST(RuleIndex, KeepsTheSurfacesApart) {
  std::vector<scenario::Rule> rules = rules_of({"/oauth2/v2.0/token", "/oauth2/v2.0/token"});
  rules[1].when.surface = Surface::sign_in;
  const RuleIndex index(rules);
  RuleList found;
  index.find(Surface::sign_in, {"oauth2", "v2.0", "token"}, found);
  EXPECT_EQ(found, RuleList{1});
  index.find(Surface::graph, {"oauth2", "v2.0", "token"}, found);
  EXPECT_EQ(found, RuleList{0});
}

TEST(RuleIndex, FindsAmongManyRulesOnlyThoseOfThePath) {
  std::vector<std::string> patterns;
  for (int i = 0; i < 10'000; ++i) {
    patterns.push_back("/collection" + std::to_string(i) + "/*");
  }
  const RuleIndex index(rules_of(patterns));
  RuleList found;
  index.find(Surface::graph, {"collection7777", "x"}, found);
  EXPECT_EQ(found, RuleList{7777});
  index.find(Surface::graph, {"collection10000", "x"}, found);
  EXPECT_TRUE(found.empty());
}

TEST(RuleIndex, NearestAgreesForLongest) {
  const RuleIndex index(rules_of({"/users/*/messages", "/users/*/events", "/groups/g1"}));
  const struct {
    Path path;
    int rule;  // -1: none
  } cases[] = {{{"users", "x", "events", "1"}, 1},
               {{"users", "x", "calendar"}, 0},
               {{"users"}, 0},
               {{"groups", "g2"}, 2},
               {{"grups", "x"}, 2},
               {{"uesrs", "x", "evnts"}, 1},
               {{"sites"}, -1},
               {{}, -1}};
  for (const auto& c : cases) {
    const std::uint32_t* const nearest = index.nearest(Surface::graph, c.path);
    EXPECT_EQ(nearest == nullptr ? -1 : static_cast<int>(*nearest), c.rule)
        << ::testing::PrintToString(c.path);
  }
}

}  // namespace
}  // namespace graphfault::engine
