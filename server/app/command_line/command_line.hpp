// SPDX-License-Identifier: MIT
// From arguments and environment to what is to be done. CLI11 stays in command_line.cpp.
#pragma once

#include "app/command_line/command.hpp"
#include "app/command_line/environment.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace graphfault::app {

struct Invocation {
  Act act{};                            ///< of the command that was named
  std::vector<std::string> warnings{};  ///< one line each
};

/// Nothing is to be done but to say this and end.
struct Ending {
  int code = 0;
  std::string out{};
  std::string err{};
};

/// `arguments` without the program's name, which names one of `commands`; its options are set. Flag
/// beats environment beats default.
tl::expected<Invocation, Ending> read_command_line(const std::vector<std::string>& arguments,
                                                   const Environment& environment,
                                                   const std::vector<Command>& commands);

}  // namespace graphfault::app
