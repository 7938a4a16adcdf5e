// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <vector>

namespace graphfault::app {

/// Every command, in the order of --help, each with its defaults.
std::vector<Command> command_table();

}  // namespace graphfault::app
