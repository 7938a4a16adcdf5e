// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/record.hpp"

#include <string>

namespace graphfault::verdict {

/// The requests over time as one SVG element: a row per call, a bar per attempt coloured by its
/// status, the forbidden window after each Retry-After as a hatched box, and the requests that fell
/// into one outlined. Colours come from the page's CSS variables.
std::string timeline_svg(const Record& record);

/// The text with what HTML and XML reserve escaped.
std::string html_escaped(std::string_view text);

}  // namespace graphfault::verdict
