// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <memory>
#include <string>

namespace graphfault::app {

struct ErrorsOptions {
  std::string which{};  ///< a status, a code, an id, an AADSTS number; empty: all
  bool markdown = false;
};

/// The command's row; `options` take what the command line says.
Command errors_command(const std::shared_ptr<ErrorsOptions>& options);

}  // namespace graphfault::app
