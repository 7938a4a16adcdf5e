// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace graphfault::app {

struct CheckOptions {
  std::vector<std::string> paths{};
};

/// The command's row; `options` take what the command line says.
Command check_command(const std::shared_ptr<CheckOptions>& options);

}  // namespace graphfault::app
