// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "app/commands/serve.hpp"

#include <memory>

namespace graphfault::app {

/// The command's row; `options` take what the command line says.
Command serve_command(const std::shared_ptr<ServeOptions>& options);

}  // namespace graphfault::app
