// SPDX-License-Identifier: MIT
#include "engine/rules/rule_indexes.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace graphfault::engine {
namespace {

TEST(RuleIndexes, TenantsOfOneScenarioShareOne) {
  RuleIndexes indexes;
  const auto one = std::make_shared<const scenario::Scenario>();
  const auto other = std::make_shared<const scenario::Scenario>();
  const auto index = indexes.of(one);
  EXPECT_EQ(indexes.of(one), index);
  EXPECT_NE(indexes.of(other), index);
}

TEST(RuleIndexes, ForgetsWhatNobodyHolds) {
  RuleIndexes indexes;
  const auto scenario = std::make_shared<const scenario::Scenario>();
  const std::weak_ptr<const RuleIndex> index = indexes.of(scenario);
  EXPECT_TRUE(index.expired());
  EXPECT_NE(indexes.of(scenario), nullptr);
}

}  // namespace
}  // namespace graphfault::engine
