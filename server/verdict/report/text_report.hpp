// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>

namespace graphfault::verdict {

enum class Colour { off, on };

/// The verdict for a terminal: what failed it first, each finding with a small timeline of its
/// evidence, then what is open, what was not kept and fails nothing, and one line each of what
/// passed and how much was not exercised. Ends with a newline.
std::string text_report(const std::string& scenario, const Verdict& verdict, const Record& record,
                        Colour colour);

}  // namespace graphfault::verdict
