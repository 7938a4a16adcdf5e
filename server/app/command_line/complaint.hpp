// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "app/command_line/exit_code.hpp"
#include "base/problem.hpp"

namespace graphfault::app {

/// Writes the problem and its hint to `err`, as one line. Returns `code`, to end with.
int complain(const Streams& streams, const Problem& problem, int code = kMisused);

}  // namespace graphfault::app
