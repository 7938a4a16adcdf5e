// SPDX-License-Identifier: MIT
#include "app/scenarios/scenario_sources.hpp"

#include "app/testing/fake_files.hpp"

#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

TEST(ScenarioSources, WhatWasAskedForComesFirst) {
  FakeFiles files;
  files.put("/usr/share/x", "");
  const ChosenSources chosen = choose_sources({"a", "b"}, "summary: x", {"/usr/share/x"}, files);
  EXPECT_EQ(chosen.sources.paths, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(chosen.sources.inline_yaml, "summary: x");
  EXPECT_EQ(chosen.said, "from a, b, GRAPHFAULT_SCENARIO_YAML");
}

TEST(ScenarioSources, ThenTheFirstShippedFolderThatIsThere) {
  FakeFiles files;
  files.put("/second", "");
  const ChosenSources chosen = choose_sources({}, "", {"/first", "/second"}, files);
  EXPECT_EQ(chosen.sources.paths, std::vector<std::string>{"/second"});
  EXPECT_EQ(chosen.said, "the shipped ones from /second");
}

TEST(ScenarioSources, ThenNone) {
  const ChosenSources chosen = choose_sources({}, "", {"/first"}, FakeFiles());
  EXPECT_TRUE(chosen.sources.paths.empty());
  EXPECT_EQ(chosen.said, "name some with --scenarios");
}

TEST(ScenarioSources, ShippedFoldersBeginBesideTheProgram) {
  const std::vector<std::string> folders = shipped_folders();
  ASSERT_EQ(folders.size(), 2U);
  EXPECT_EQ(folders.back(), "/usr/share/graphfault/scenarios");
}

}  // namespace
}  // namespace graphfault::app
