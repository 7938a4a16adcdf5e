// SPDX-License-Identifier: MIT
// "Did you mean": the allowed name nearest to what was written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graphfault {

/// Nothing where none is near enough to be what was meant (Damerau-Levenshtein distance at most
/// a third of the length, case ignored).
std::optional<std::string> nearest_name(std::string_view written,
                                        std::span<const std::string_view> allowed);

/// `a, b or c`, for messages.
std::string alternatives(std::span<const std::string_view> allowed);

}  // namespace graphfault
