// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/load.hpp"

#include <array>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace graphfault::scenario {

/// A few ids, as verdict/ hands them in.
inline constexpr std::array<std::string_view, 3> kFindings{"retry-after-honoured",
                                                           "next-link-followed", "select-used"};

/// Files that scenarios of the tests may name.
Result<std::string> read_test_file(std::string_view path);

/// As `bad.yaml` in a folder with those files.
Loaded load_text(std::string_view yaml);
/// The problems as people read them; empty where there are none.
std::string problems_of(std::string_view yaml);
/// The scenario; the test fails where there are problems.
std::shared_ptr<const Scenario> scenario_of(std::string_view yaml);
/// The only rule of `rules:\n<yaml>`.
Rule rule_of(std::string_view yaml);
/// The only step of a rule with `then: <yaml>`.
Step step_of(std::string_view yaml);

/// One row of a table of diagnostics.
struct BadRow {
  std::string_view yaml{};
  std::string_view rendered{};
};
void expect_problems(const BadRow& row);

}  // namespace graphfault::scenario
