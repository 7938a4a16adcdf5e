// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>

namespace graphfault::verdict {

/// A table of the exchanges, a batch's operations folded under it. Of a long journal the last
/// thousand requests, and those that the findings' evidence names. A row's id is `anchor` and its
/// sequence.
void append_exchanges_html(std::string& out, const Verdict& verdict, const Record& record,
                           const std::string& anchor);

}  // namespace graphfault::verdict
