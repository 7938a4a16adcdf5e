// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace graphfault::app {

struct ExplainOptions {
  std::string scenario{};  ///< a file, or the name of one of those in `scenarios`
  std::vector<std::string> scenarios{};
};

/// The command's row; `options` take what the command line says.
Command explain_command(const std::shared_ptr<ExplainOptions>& options);

}  // namespace graphfault::app
