// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>

namespace graphfault::verdict {

enum class Colour { off, on };

/// The verdict for a terminal: what failed first, each with a small timeline of its evidence, then
/// what is open, then one line of what passed and what was not exercised. Ends with a newline.
std::string text_report(const std::string& scenario, const Verdict& verdict, const Record& record,
                        Colour colour);

}  // namespace graphfault::verdict
