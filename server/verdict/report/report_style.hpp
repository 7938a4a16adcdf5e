// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace graphfault::verdict {

/// The style sheet of a verdict's HTML, light and dark; the live page shows the same HTML.
std::string_view report_style();

}  // namespace graphfault::verdict
