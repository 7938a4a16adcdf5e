// SPDX-License-Identifier: MIT
// From paths to checked scenarios, or to every problem of every file.
#pragma once

#include "app/files/files.hpp"
#include "base/problem.hpp"
#include "engine/tenants/registry.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::app {

struct ScenarioSources {
  std::vector<std::string> paths{};
  std::string inline_yaml{};  ///< empty: none
};

struct ReadScenarios {
  engine::ScenarioSet scenarios{};
  std::vector<std::string> files{};  ///< scenario files that were looked at
  std::vector<std::string> named{};  ///< files that those name, by path, also where unreadable
  std::uint64_t content = 0;         ///< hash of all that was read, in any order
  Problems problems{};
};

/// One file's part in ReadScenarios::content: they are added up.
std::uint64_t content_part(const std::string& path, const Result<std::string>& text);

/// Reads and checks all of them, and the set as a whole. What is good is there even where others
/// have problems.
ReadScenarios read_scenarios(const ScenarioSources& sources, const Files& files);

/// One scenario's text, which may name no files.
tl::expected<std::shared_ptr<const scenario::Scenario>, Problems> read_scenario_text(
    std::string_view yaml, std::string_view name);

}  // namespace graphfault::app
