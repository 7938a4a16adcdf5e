// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <span>
#include <string>

namespace graphfault::app {

/// `graphfault --help`.
std::string help_of_program(std::span<const Command> commands);
/// `graphfault serve --help`.
std::string help_of_command(const Command& command);

}  // namespace graphfault::app
