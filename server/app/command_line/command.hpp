// SPDX-License-Identifier: MIT
// A command as data: what the command line takes for it, what --help says of it, what it does.
#pragma once

#include "app/command_line/option.hpp"

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

/// Where a command writes.
struct Streams {
  std::ostream& out;
  std::ostream& err;
};

/// Does the command with what its row's options were set to; returns the exit code.
using Act = std::function<int(const Streams&)>;

struct Command {
  std::string name{};
  std::string summary{};
  std::optional<Positional> positional{};
  std::optional<Positional> tail{};  ///< what follows `--`, as it stands
  std::vector<Option> options{};
  std::string notes{};  ///< after the options in --help: examples, exit codes
  Act act{};            ///< keeps what the options write into
};

}  // namespace graphfault::app
