// SPDX-License-Identifier: MIT
#include "app/command_line/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace graphfault::app {
namespace {

constexpr std::size_t kLeft = 24;
constexpr std::size_t kRight = 74;

/// Breaks the text at blanks so that it fits beside the left column.
std::string column_of(std::string_view text) {
  std::string out;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (used > 0 && used + 1 + end > kRight) {
      out += '\n' + std::string(kLeft + 2, ' ');
      used = 0;
    } else if (used > 0) {
      out += ' ';
      ++used;
    }
    out += text.substr(0, end);
    used += end;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

std::string row(const std::string& left, const std::string& right) {
  if (left.size() >= kLeft) {
    return fmt::format("  {}\n  {:{}}{}\n", left, "", kLeft, column_of(right));
  }
  return fmt::format("  {:{}}{}\n", left, kLeft, column_of(right));
}

std::string left_of(const Option& option) {
  std::string left = option.name;
  if (!option.placeholder.empty()) {
    left += ' ' + option.placeholder;
  }
  return left + (option.separator != '\0' ? "..." : "");
}

std::string usage_of(const Command& command) {
  std::string usage = "graphfault " + command.name;
  if (command.positional) {
    const std::string name = command.positional->name + (command.positional->many ? "..." : "");
    usage += command.positional->required ? " " + name : " [" + name + "]";
  }
  usage += command.options.empty() ? "" : " [options]";
  return usage + (command.tail ? " -- " + command.tail->name + "..." : "");
}

}  // namespace

std::string help_of_program(std::span<const Command> commands) {
  std::string out =
      "graphfault: a local Microsoft Graph and Entra ID sign-in that fails on cue\n\n"
      "Usage: graphfault COMMAND [options]\n\nCommands:\n";
  for (const Command& command : commands) {
    out += row(command.name, command.summary);
  }
  out +=
      '\n' + row("COMMAND --help", "help for one command") + row("--version", "print the version") +
      "\n"
      "Every option can also be set by an environment variable: --foo-bar is GRAPHFAULT_FOO_BAR.\n"
      "An option on the command line wins over the variable, the variable over the default.\n"
      "\n"
      "Exit codes: 0 success (also on SIGTERM), 1 a file or a client failed, 2 the command line or "
      "a\n"
      "scenario at start-up is wrong, 3 a port is taken.\n";
  return out;
}

std::string help_of_command(const Command& command) {
  std::string out = "Usage: " + usage_of(command) + "\n\n" + command.summary + "\n";
  if (command.positional) {
    out += '\n' + row(command.positional->name + (command.positional->many ? "..." : ""),
                      command.positional->help);
  }
  if (command.tail) {
    out += row("-- " + command.tail->name + "...", command.tail->help);
  }
  out += "\nOptions:\n";
  for (const Option& option : command.options) {
    const std::string fallback =
        option.fallback.empty() ? "" : " (default: " + option.fallback + ")";
    out += row(left_of(option), option.help + fallback);
  }
  out += row("-h, --help", "print this help");
  if (!command.options.empty()) {
    out += "\nEvery option can also be set by an environment variable: " +
           command.options.front().name + " is " + variable_of(command.options.front().name) +
           ".\n";
  }
  return out + (command.notes.empty() ? "" : '\n' + command.notes);
}

}  // namespace graphfault::app
