// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/load_context.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>
#include <string>

namespace graphfault::scenario {

/// What every block's reader is handed.
struct Loading {
  Report& report;
  const LoadContext& context;
  std::string name;  ///< the scenario's

  /// The bytes of the file that a node names; reports what is in the way.
  std::optional<std::string> read_file(const Node& node) const;
};

}  // namespace graphfault::scenario
