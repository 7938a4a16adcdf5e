// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace graphfault::verdict {

/// The ids that `verdict.require` and `ignore` may name, in the order of docs/verdict.md.
std::span<const std::string_view> finding_ids();

}  // namespace graphfault::verdict
