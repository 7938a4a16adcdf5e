// SPDX-License-Identifier: MIT
// The shipped library, and the examples of docs/scenario-format.md, load without a problem.
#include "scenario/describe/describe.hpp"
#include "scenario/describe/explain.hpp"
#include "scenario/testing/loading.hpp"
#include "scenario/testing/shipped.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace graphfault::scenario {
namespace {

TEST(ShippedScenarios, LoadWithoutAProblem) {
  const std::vector<ShippedFile> files = shipped_scenarios();
  ASSERT_GE(files.size(), 20U);
  std::vector<std::shared_ptr<const Scenario>> set;
  for (const ShippedFile& file : files) {
    Loaded loaded = load(file.text, {.file = file.name});
    ASSERT_TRUE(loaded.has_value()) << render(loaded.error());
    set.push_back(*loaded);
  }
  EXPECT_EQ(render(check_set(set)), "");
}

TEST(ShippedScenarios, OpenWithTheirStoryAndSayWhatAGoodClientDoes) {
  for (const ShippedFile& file : shipped_scenarios()) {
    EXPECT_TRUE(file.text.starts_with("# ")) << file.name;
    EXPECT_NE(file.text.find("\n# A good client "), std::string::npos) << file.name;
    EXPECT_NE(file.text.find("\nverdict:\n"), std::string::npos) << file.name;
    const auto scenario = *load(file.text, {.file = file.name});
    EXPECT_FALSE(scenario->summary.empty()) << file.name;
    for (const Rule& rule : scenario->rules) {
      EXPECT_FALSE(rule.name.empty()) << file.name << " rule " << rule.number;
      EXPECT_NE(explain(*scenario).find(rule.name), std::string::npos);
    }
  }
}

TEST(ShippedScenarios, NameFindingsThatExist) {
  const std::string known = read_repository_file("docs/verdict.md");
  for (const ShippedFile& file : shipped_scenarios()) {
    const auto scenario = *load(file.text, {.file = file.name});
    std::vector<std::string> named = scenario->verdict.require;
    named.insert(named.end(), scenario->verdict.ignore.begin(), scenario->verdict.ignore.end());
    for (const std::string& id : named) {
      EXPECT_NE(known.find('`' + id + '`'), std::string::npos) << file.name << ": " << id;
    }
  }
}

TEST(ShippedScenarios, WaitNoLongerThanTwoSeconds) {
  for (const ShippedFile& file : shipped_scenarios()) {
    const auto scenario = *load(file.text, {.file = file.name});
    for (const Rule& rule : scenario->rules) {
      for (const Step& step : rule.steps) {
        EXPECT_LE(step.retry_after.value_or(RetryAfter{}).wait, std::chrono::seconds(2))
            << file.name << " rule " << rule.number;
      }
    }
  }
}

/// The text between each ```yaml and its ```.
std::vector<std::string> yaml_blocks(std::string_view markdown) {
  constexpr std::string_view kOpen = "```yaml\n";
  std::vector<std::string> blocks;
  for (std::size_t at = markdown.find(kOpen); at != std::string_view::npos;
       at = markdown.find(kOpen, at)) {
    at += kOpen.size();
    const std::size_t end = markdown.find("```", at);
    blocks.emplace_back(markdown.substr(at, end - at));
    at = end;
  }
  return blocks;
}

TEST(FormatDocument, ItsExamplesLoad) {
  const std::vector<std::string> blocks =
      yaml_blocks(read_repository_file("docs/scenario-format.md"));
  ASSERT_GE(blocks.size(), 10U);
  for (const std::string& block : blocks) {
    const std::string text = block.starts_with("- ") ? "rules:\n" + block : block;
    EXPECT_EQ(problems_of(text), "") << text;
  }
}

/// What stands between `open` and the fence that closes it.
std::string fenced(std::string_view text, std::string_view open) {
  const std::size_t begin = text.find(open) + open.size();
  return std::string(text.substr(begin, text.find("```", begin) - begin));
}

TEST(FormatDocument, ItsDiagnosticsAreReal) {
  constexpr std::string_view kMark = "<!-- diagnosed -->";
  const std::string document = read_repository_file("docs/scenario-format.md");
  std::string_view rest = document;
  int diagnosed = 0;
  for (std::size_t at = rest.find(kMark); at != std::string_view::npos; at = rest.find(kMark)) {
    rest.remove_prefix(at + kMark.size());
    EXPECT_EQ(problems_of(fenced(rest, "```yml\n")), fenced(rest, "```text\n"));
    ++diagnosed;
  }
  EXPECT_EQ(diagnosed, 2);
}

}  // namespace
}  // namespace graphfault::scenario
