// SPDX-License-Identifier: MIT
// From YAML to a checked Scenario, or to every problem the text has. load.cpp and its document
// reader are the only files that know yaml-cpp.
#pragma once

#include "scenario/loading/reading/load_context.hpp"
#include "scenario/model.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace graphfault::scenario {

using Loaded = tl::expected<std::shared_ptr<const Scenario>, Problems>;

/// Never throws. All problems of the text are reported, in the order of their places.
Loaded load(std::string_view yaml, const LoadContext& context);

/// The problems a set has beyond those of its files: names that occur twice (each place names the
/// other).
Problems check_set(std::span<const std::shared_ptr<const Scenario>> scenarios);

}  // namespace graphfault::scenario
