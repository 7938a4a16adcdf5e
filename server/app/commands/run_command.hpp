// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "app/commands/run.hpp"

#include <memory>

namespace graphfault::app {

/// The command's row; `options` take what the command line says.
Command run_command(const std::shared_ptr<RunOptions>& options);

}  // namespace graphfault::app
