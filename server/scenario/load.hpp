// SPDX-License-Identifier: MIT
// From YAML to a checked Scenario, or to every problem the text has. load.cpp and its document
// reader are the only files that know yaml-cpp.
#pragma once

#include "scenario/model.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace graphfault::scenario {

using Loaded = tl::expected<std::shared_ptr<const Scenario>, Problems>;

/// Reads a file that a scenario names (`data.users.file`, `reply.file`), by its path relative to
/// the scenario's folder. The reader at the rim refuses what lies outside that folder.
using ReadFile = std::function<Result<std::string>(std::string_view relative_path)>;

struct LoadContext {
  std::string file{};    ///< for places, and the default name (its stem)
  ReadFile read_file{};  ///< empty: a scenario that names a file has a problem
  std::span<const std::string_view> finding_ids{};  ///< what verdict.require and ignore may name
};

/// Never throws. All problems of the text are reported, in the order of their places.
Loaded load(std::string_view yaml, const LoadContext& context);

/// The problems a set has beyond those of its files: names that occur twice (each place names the
/// other).
Problems check_set(std::span<const std::shared_ptr<const Scenario>> scenarios);

}  // namespace graphfault::scenario
