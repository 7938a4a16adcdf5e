// SPDX-License-Identifier: MIT
// The files beside this one, as they were when the program was built.
#pragma once

#include <string_view>

namespace graphfault::control {

extern const std::string_view page_html;
extern const std::string_view page_css;
extern const std::string_view page_js;

}  // namespace graphfault::control
