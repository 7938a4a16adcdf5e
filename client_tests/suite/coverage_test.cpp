// SPDX-License-Identifier: MIT
#include "harness/scenario.hpp"

#include <filesystem>
#include <set>
#include <string>

namespace graphclient::suite {
namespace {

std::set<std::string> shipped_scenarios() {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::recursive_directory_iterator(GRAPHFAULT_SCENARIOS)) {
    if (file.path().extension() == ".yaml" || file.path().extension() == ".yml") {
      names.insert(file.path().stem().string());
    }
  }
  return names;
}

std::set<std::string> tested_scenarios() {
  std::set<std::string> names;
  const ::testing::UnitTest& all = *::testing::UnitTest::GetInstance();
  for (int i = 0; i < all.total_test_suite_count(); ++i) {
    const ::testing::TestSuite& suite = *all.GetTestSuite(i);
    for (int j = 0; std::string(suite.name()) == "Scenario" && j < suite.total_test_count(); ++j) {
      names.insert(scenario_of_test(suite.GetTestInfo(j)->name()));
    }
  }
  return names;
}

TEST(Coverage, EveryShippedScenarioHasATestAndEveryTestAScenario) {
  const std::set<std::string> shipped = shipped_scenarios();
  EXPECT_FALSE(shipped.empty()) << GRAPHFAULT_SCENARIOS;
  EXPECT_EQ(tested_scenarios(), shipped);
}

}  // namespace
}  // namespace graphclient::suite
