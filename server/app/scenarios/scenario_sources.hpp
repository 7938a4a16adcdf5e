// SPDX-License-Identifier: MIT
#pragma once

#include "app/files/files.hpp"
#include "app/scenarios/scenario_files.hpp"

#include <string>
#include <vector>

namespace graphfault::app {

/// Where an installation keeps the shipped scenarios: beside the running program
/// (../share/graphfault/scenarios), then /usr/share/graphfault/scenarios.
std::vector<std::string> shipped_folders();

struct ChosenSources {
  ScenarioSources sources{};
  std::string said{};  ///< for the ready line: `from a, b`, `the shipped ones from ...`
};

/// What was asked for, else the first of `shipped` that exists, else nothing.
ChosenSources choose_sources(const std::vector<std::string>& paths, const std::string& inline_yaml,
                             const std::vector<std::string>& shipped, const Files& files);

}  // namespace graphfault::app
