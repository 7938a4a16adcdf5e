// SPDX-License-Identifier: MIT
#pragma once

#include "command/commands.hpp"

namespace graphclient {

/// The whole command: reads the command line and the environment, runs one subcommand, and gives
/// the process's exit code.
int run_command_line(int argc, const char* const* argv, const Console& console);

}  // namespace graphclient
