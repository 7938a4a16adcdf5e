// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

/// `when:` of a rule or of a request count; the short form `METHOD path` too.
std::optional<When> read_when(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
