// SPDX-License-Identifier: MIT
// The files beside this one, as they were when the program was built.
#pragma once

#include <string_view>

namespace graphfault::control {

extern const std::string_view kPageHtml;
extern const std::string_view kPageCss;
extern const std::string_view kPageJs;

}  // namespace graphfault::control
