// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <memory>
#include <string>

namespace graphfault::app {

enum class ReportFormat { text, json, junit, html };

struct VerdictOptions {
  std::string control_url = "http://localhost:8081";
  std::string tenant = "default";
  ReportFormat format = ReportFormat::text;
  std::string out{};   ///< a file; empty: standard output
  bool ended = false;  ///< the client is done: nothing may still come
};

/// The command's row; `options` take what the command line says.
Command verdict_command(const std::shared_ptr<VerdictOptions>& options);

}  // namespace graphfault::app
