// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace graphfault::app {

struct HealthcheckOptions {
  std::vector<std::string> hosts{"127.0.0.1"};
  std::uint16_t control_port = 8081;
};

/// The command's row; `options` take what the command line says.
Command healthcheck_command(const std::shared_ptr<HealthcheckOptions>& options);

}  // namespace graphfault::app
