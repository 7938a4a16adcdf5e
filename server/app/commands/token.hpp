// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"
#include "app/commands/offline_token.hpp"

#include <memory>

namespace graphfault::app {

/// The command's row; `options` take what the command line says.
Command token_command(const std::shared_ptr<TokenOptions>& options);

}  // namespace graphfault::app
