// SPDX-License-Identifier: MIT
#pragma once

#include "app/files/files.hpp"
#include "base/problem.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace graphfault::app {

/// A scenario that `run` plays, checked.
struct ChosenScenario {
  std::string file{};
  std::string name{};
};

/// The scenarios that each word stands for, in order and each once: a file, a folder, a pattern of
/// files that no shell has expanded (`scenarios/th*.yaml`), or a name or pattern of names
/// (`throttled-*`) of the scenarios in `among`. Every problem of every file, where there is any.
tl::expected<std::vector<ChosenScenario>, Problems> choose_scenarios(
    const std::vector<std::string>& words, const std::vector<std::string>& among,
    const Files& files);

}  // namespace graphfault::app
