// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace graphfault::scenario {

/// Reads a file that a scenario names (`data.users.file`, `reply.file`), by its path relative to
/// the scenario's folder. The reader at the rim refuses what lies outside that folder.
using ReadFile = std::function<Result<std::string>(std::string_view relative_path)>;

struct LoadContext {
  std::string file{};    ///< for places, and the default name (its stem)
  ReadFile read_file{};  ///< empty: a scenario that names a file has a problem
  std::span<const std::string_view> finding_ids{};  ///< what verdict.require and ignore may name
};

}  // namespace graphfault::scenario
