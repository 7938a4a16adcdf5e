// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/record/record.hpp"

#include <string>

namespace graphfault::verdict {

/// The requests over time as an SVG element with its legend: a row per call, a bar per attempt
/// coloured by its status, the forbidden window after each Retry-After as a hatched box, and the
/// requests that fell into one outlined. Colours come from report_style(). Of a long journal 200
/// calls.
std::string timeline_svg(const Record& record, const std::string& anchor = "e");

}  // namespace graphfault::verdict
