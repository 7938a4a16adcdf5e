// SPDX-License-Identifier: MIT
#include "app/scenarios/served_scenarios.hpp"

#include "app/testing/fake_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kGoodYaml = "rules:\n  - {when: GET /users, then: {error: 503}}\n";

std::vector<std::string> names(const engine::ScenarioSet& scenarios) {
  std::vector<std::string> all;
  for (const auto& scenario : scenarios) {
    all.push_back(scenario->name);
  }
  return all;
}

std::string summary(const engine::Registry& registry, const std::string& name) {
  const auto scenario = registry.scenario(name);
  return scenario == nullptr ? "none" : scenario->summary;
}

/// A set over two files, serving.
class Set : public ::testing::Test {
 protected:
  Set() {
    files.put("s/a.yaml", "summary: first a\n");
    files.put("s/b.yaml", kGoodYaml);
    engine::ScenarioSet loaded = *set.load();
    EXPECT_THAT(names(loaded), ElementsAre("a", "b"));
    registry = std::make_unique<engine::Registry>(loaded, "", engine::TenantOptions{});
    set.serve_into(*registry);
  }

  FakeFiles files{};
  ServedScenarios set{{.paths = {"s"}, .inline_yaml = {}}, "", files};
  std::unique_ptr<engine::Registry> registry{};
};

TEST(ServedScenariosStart, EveryProblemOfEveryFileIsCollected) {
  FakeFiles files;
  files.put("s/a.yaml", "rulez: 1\nsumary: x\n");
  files.put("s/b.yaml", "tenants: 2\n");
  files.put("s/c.yaml", kGoodYaml);
  ServedScenarios set({.paths = {"s", "gone"}, .inline_yaml = "nothing: here\n"}, "", files);
  const auto loaded = set.load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().size(), 5U) << render(loaded.error());
  const std::string text = render(loaded.error());
  for (const char* place : {"s/a.yaml:1:1: ", "s/a.yaml:2:1: ", "s/b.yaml:1:1: ", "inline:1:1: ",
                            "there is no such file or folder"}) {
    EXPECT_THAT(text, HasSubstr(place));
  }
}

TEST(ServedScenariosStart, ANameThatOccursTwiceIsAProblem) {
  FakeFiles files;
  files.put("s/a.yaml", "scenario: same\n");
  files.put("s/b.yaml", "scenario: same\n");
  EXPECT_FALSE(ServedScenarios({.paths = {"s"}, .inline_yaml = {}}, "", files).load());
}

TEST(ServedScenariosStart, AFileNamedTwiceIsReadOnce) {
  FakeFiles files;
  files.put("s/a.yaml", kGoodYaml);
  ServedScenarios set({.paths = {"s", "s/a.yaml"}, .inline_yaml = "scenario: in-env\n"}, "", files);
  EXPECT_THAT(names(*set.load()), ElementsAre("a", "in-env"));
}

TEST(ServedScenariosStart, TheDefaultTenantsScenarioMustBeThere) {
  FakeFiles files;
  files.put("s/throttled.yaml", kGoodYaml);
  const auto hint = [&files](const std::string& scenario) {
    const auto loaded =
        ServedScenarios({.paths = {"s"}, .inline_yaml = {}}, scenario, files).load();
    return loaded ? "good" : loaded.error().front().message + "; " + loaded.error().front().hint;
  };
  EXPECT_EQ(hint("throttled"), "good");
  EXPECT_EQ(hint("default"), "good");
  EXPECT_EQ(hint("throtled"),
            "no scenario is named 'throtled' (--scenario); did you mean throttled?");
  EXPECT_EQ(hint("x"), "no scenario is named 'x' (--scenario); known names: throttled");
}

TEST_F(Set, AGoodReloadTakesEverything) {
  files.put("s/a.yaml", "summary: second a\n");
  files.put("s/c.yaml", kGoodYaml);
  files.remove("s/b.yaml");
  EXPECT_TRUE(set.reload().empty());
  EXPECT_EQ(summary(*registry, "a"), "second a");
  EXPECT_EQ(registry->scenario("b"), nullptr);
  EXPECT_NE(registry->scenario("c"), nullptr);
}

TEST_F(Set, ABadReloadTakesNothingAndIsRemembered) {
  files.put("s/a.yaml", "summary: second a\n");
  files.put("s/b.yaml", "rulez: []\n");
  EXPECT_EQ(set.reload().size(), 1U);
  EXPECT_EQ(summary(*registry, "a"), "first a");
  EXPECT_NE(registry->scenario("b"), nullptr);
  EXPECT_EQ(set.problems().size(), 1U);
  files.put("s/b.yaml", kGoodYaml);
  EXPECT_TRUE(set.reload().empty());
  EXPECT_TRUE(set.problems().empty());
  EXPECT_EQ(summary(*registry, "a"), "second a");
}

TEST_F(Set, UploadsStayAndWin) {
  const auto added = set.add("scenario: a\nsummary: uploaded a\n", "up.yaml");
  ASSERT_TRUE(added);
  EXPECT_TRUE(added->replaced);
  const auto another = set.add("summary: new\n", "another.yaml");
  ASSERT_TRUE(another);
  EXPECT_FALSE(another->replaced);
  EXPECT_TRUE(set.reload().empty());
  EXPECT_EQ(summary(*registry, "a"), "uploaded a");
  EXPECT_EQ(summary(*registry, "another"), "new");
  EXPECT_TRUE(set.add("summary: newer\n", "another.yaml")->replaced);
  EXPECT_EQ(summary(*registry, "another"), "newer");
}

TEST_F(Set, ABadUploadChangesNothing) {
  const auto added = set.add("scenario: a\nrulez: []\n", "up.yaml");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().front().place.file, "up.yaml");
  EXPECT_EQ(summary(*registry, "a"), "first a");
  EXPECT_TRUE(set.problems().empty()) << "health shows reloads only";
}

TEST_F(Set, AnUploadMayNameNoFile) {
  EXPECT_FALSE(set.add("data: {users: {file: b.yaml}}\n", "up.yaml"));
}

TEST_F(Set, AChangeIsSeenOnceAndByContent) {
  EXPECT_FALSE(set.has_changed());
  files.touch("s/a.yaml");
  EXPECT_FALSE(set.has_changed());
  files.put("s/a.yaml", "summary: second a\n");
  EXPECT_TRUE(set.has_changed());
  EXPECT_FALSE(set.has_changed());
  files.put("s/c.yaml", kGoodYaml);
  EXPECT_TRUE(set.has_changed());
  files.remove("s/c.yaml");
  EXPECT_TRUE(set.has_changed());
  EXPECT_FALSE(set.has_changed());
}

TEST(ScenarioSetWatch, FilesThatAScenarioNamesCount) {
  FakeFiles files;
  files.put("s/a.yaml", "data: {users: {file: users.json}}\n");
  files.put("s/users.json", R"([{"id": "u1", "userPrincipalName": "u1@contoso.example"}])");
  ServedScenarios set({.paths = {"s/a.yaml"}, .inline_yaml = {}}, "", files);
  const auto loaded = set.load();
  ASSERT_TRUE(loaded) << render(loaded.error());
  EXPECT_FALSE(set.has_changed());
  files.put("s/users.json", "[]");
  EXPECT_TRUE(set.has_changed());
}

}  // namespace
}  // namespace graphfault::app
