// SPDX-License-Identifier: MIT
// The document reader: the one place that knows yaml-cpp.
#pragma once

#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>

namespace graphfault::scenario {

inline constexpr std::size_t kMaxFileBytes = 1U << 20U;
inline constexpr std::size_t kMaxNodes = 300'000;  ///< with aliases written out
inline constexpr int kMaxNesting = 48;

/// Reads the one document of the report's source. Nothing: the text is no YAML, or none we take
/// (empty, binary, over the limits); the report says why. Duplicate keys, merge keys and foreign
/// tags are reported too, but the tree is given, so that further problems can be found. Never
/// throws.
std::optional<Node> read_document(Report& report);

}  // namespace graphfault::scenario
