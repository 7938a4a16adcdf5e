// SPDX-License-Identifier: MIT
// ASCII letter case, independent of any locale.
#pragma once

#include <string>
#include <string_view>

namespace graphfault {

char lower(char c);
std::string lower(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);

/// Orders and compares without regard to case, for maps keyed by names.
struct LessIgnoringCase {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};

}  // namespace graphfault
