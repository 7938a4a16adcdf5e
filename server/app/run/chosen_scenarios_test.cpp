// SPDX-License-Identifier: MIT
#include "app/run/chosen_scenarios.hpp"

#include "app/testing/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ChosenScenarios : public ::testing::Test {
 protected:
  ChosenScenarios() {
    folder_.put("s/calm.yaml", "summary: s\n");
    folder_.put("s/throttled-a.yaml", "summary: s\n");
    folder_.put("s/throttled-b.yml", "scenario: throttled-renamed\nsummary: s\n");
    folder_.put("bad/bad.yaml", "rulez: []\n");
    folder_.put("none/readme.txt", "");
  }

  std::vector<std::string> chosen(const std::vector<std::string>& words) {
    const auto scenarios = choose_scenarios(words, {folder_.at("s")}, files_);
    std::vector<std::string> names;
    for (const ChosenScenario& scenario :
         scenarios.value_or(std::vector<ChosenScenario>{{.name = "problems"}})) {
      names.push_back(scenario.name);
    }
    return names;
  }

  std::string problem(const std::vector<std::string>& words,
                      const std::vector<std::string>& among) {
    const auto scenarios = choose_scenarios(words, among, files_);
    return scenarios ? "good" : render(scenarios.error());
  }

  const TestFolder folder_{};
  const DiskFiles files_{};
};

TEST_F(ChosenScenarios, AreFilesFoldersPatternsAndNames) {
  EXPECT_THAT(chosen({folder_.at("s/calm.yaml")}), ElementsAre("calm"));
  EXPECT_THAT(chosen({folder_.at("s")}), ElementsAre("calm", "throttled-a", "throttled-renamed"));
  EXPECT_THAT(chosen({folder_.at("s/throttled*")}),
              ElementsAre("throttled-a", "throttled-renamed"));
  EXPECT_THAT(chosen({"calm"}), ElementsAre("calm"));
  EXPECT_THAT(chosen({"throttled-*"}), ElementsAre("throttled-a", "throttled-renamed"));
}

TEST_F(ChosenScenarios, ComeInOrderAndEachOnce) {
  EXPECT_THAT(chosen({"throttled-a", folder_.at("s"), "calm", folder_.at("s/calm.yaml")}),
              ElementsAre("throttled-a", "calm", "throttled-renamed"));
}

TEST_F(ChosenScenarios, ThatAreNoneAreProblems) {
  const std::vector<std::string> among{folder_.at("s")};
  EXPECT_EQ(problem({"clam"}, among),
            "no file or scenario is named 'clam'\n"
            "  did you mean calm?\n");
  EXPECT_THAT(problem({"zzzzzzzz"}, among), HasSubstr("known names: calm, throttled-a"));
  EXPECT_THAT(problem({"zzz*"}, {}), HasSubstr("name a file, or say with --scenarios"));
  EXPECT_THAT(problem({"nowhere/x.yaml"}, among),
              HasSubstr("there is no file or folder nowhere/x.yaml"));
  EXPECT_THAT(problem({"nowhere/*.yaml"}, among), HasSubstr("there is no file or folder"));
  EXPECT_THAT(problem({folder_.at("none")}, among), HasSubstr("has no scenario files"));
}

TEST_F(ChosenScenarios, EveryProblemOfEveryFileIsTold) {
  folder_.put("bad/worse.yaml", "summary: 1\nextra: 2\n");
  const std::string told = problem({folder_.at("bad"), "clam"}, {folder_.at("s")});
  EXPECT_THAT(told, HasSubstr("bad.yaml:1:1: "));
  EXPECT_THAT(told, HasSubstr("worse.yaml:2:1: "));
  EXPECT_THAT(told, HasSubstr("did you mean calm?"));
}

}  // namespace
}  // namespace graphfault::app
