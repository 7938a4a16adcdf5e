// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

/// `token:`.
std::optional<TokenTest> read_token_test(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
