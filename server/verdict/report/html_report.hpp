// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>
#include <vector>

namespace graphfault::verdict {

/// The verdict as one self-contained page: no script, no network, light and dark, usable by
/// keyboard. The outcome, each finding with its evidence, the timeline, and every exchange, with a
/// batch's operations folded under it.
std::string html_report(const std::string& scenario, const Verdict& verdict, const Record& record);

}  // namespace graphfault::verdict
