// SPDX-License-Identifier: MIT
#include "app/command_line/command_line.hpp"

#include "app/command_line/environment.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/command_line/help.hpp"
#include "base/nearest_name.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace graphfault::app {
namespace {

/// What a problem of the command line ends with: one line.
Ending misused(const std::string& where, const std::string& message, const std::string& hint = {}) {
  return Ending{.code = kMisused,
                .out = {},
                .err = "graphfault: " + message + (hint.empty() ? "" : "; " + hint) +
                       " (see graphfault " + where + "--help)\n"};
}

/// One option of a command, as CLI11 collects its values.
struct OptionReading {
  Option row{};
  CLI::Option* parsed = nullptr;
  std::unique_ptr<Values> values = std::make_unique<Values>();
};

/// One command, its options' storage, and its subcommand in CLI11.
struct CommandReading {
  Command row{};
  CLI::App* parser = nullptr;
  std::unique_ptr<bool> wants_help = std::make_unique<bool>(false);
  std::unique_ptr<Values> positional = std::make_unique<Values>();
  Values tail{};
  std::vector<OptionReading> options{};
};

/// `greedy`: a repeatable option takes several values at once (`--scenarios a b`).
OptionReading declare(CLI::App& parser, const Option& row, bool greedy) {
  OptionReading reading{.row = row};
  if (row.placeholder.empty()) {
    reading.parsed = parser.add_flag_function(
        row.name, [](std::int64_t /*count*/) {}, row.help);
  } else {
    reading.parsed = parser.add_option(row.name, *reading.values, row.help);
    reading.parsed->allow_extra_args(greedy && row.separator == ':');
  }
  return reading;
}

CommandReading declare(CLI::App& program, Command command) {
  CommandReading reading{.row = std::move(command)};
  reading.parser = program.add_subcommand(reading.row.name, reading.row.summary);
  reading.parser->set_help_flag();
  reading.parser->allow_extras();
  reading.parser->add_flag("-h,--help", *reading.wants_help);
  for (const Option& option : reading.row.options) {
    reading.options.push_back(declare(*reading.parser, option, !reading.row.positional));
  }
  if (reading.row.positional) {
    reading.parser->add_option(reading.row.positional->name, *reading.positional)
        ->expected(0, CLI::detail::expected_max_vector_size);
  }
  return reading;
}

Values split(const std::string& text, char separator) {
  Values parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) {
      parts.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return parts;
}

/// Flag beats environment beats default. The problem as a line, or nothing.
std::optional<std::string> settle(const OptionReading& option, const Environment& environment) {
  Values values;
  std::string source = option.row.name;
  if (option.parsed->count() > 0) {
    values = option.parsed->results();
  } else if (const auto variable = environment.find(variable_of(option.row.name));
             variable != environment.end() && !variable->second.empty()) {
    source = variable->first;
    values = option.row.separator == '\0' ? Values{variable->second}
                                          : split(variable->second, option.row.separator);
  }
  if (values.empty()) {
    return std::nullopt;
  }
  const auto taken = option.row.take(values);
  if (!taken) {
    return source + ' ' + taken.error().message;
  }
  return std::nullopt;
}

/// The line for an argument that nothing takes.
Ending unexpected_argument(const std::string& argument, const CommandReading& command) {
  const std::string where = command.row.name + ' ';
  if (argument.rfind('-', 0) != 0) {
    return misused(where, command.row.name + " does not take '" + argument + "'");
  }
  std::vector<std::string_view> names;
  for (const OptionReading& option : command.options) {
    names.emplace_back(option.row.name);
  }
  const std::string name = argument.substr(0, argument.find('='));
  const auto nearest = nearest_name(name, names);
  return misused(where, command.row.name + " has no option " + name,
                 nearest ? "did you mean " + *nearest + "?" : "");
}

/// What was given for a positional, or that it is missing.
std::optional<Ending> settle(const Positional& positional, const Values& values,
                             const CommandReading& command) {
  const std::string where = command.row.name + ' ';
  if (values.empty()) {
    return positional.required ? std::optional(misused(where, where + "needs " + positional.name +
                                                                  ": " + positional.help))
                               : std::nullopt;
  }
  if (!positional.many && values.size() > 1) {
    return unexpected_argument(values.at(1), command);
  }
  const auto taken = positional.take(values);
  return taken ? std::nullopt
               : std::optional(misused(where, positional.name + ' ' + taken.error().message));
}

std::optional<Ending> settle(const CommandReading& command, const Environment& environment) {
  const std::vector<std::string> extras = command.parser->remaining();
  if (!extras.empty()) {
    return unexpected_argument(extras.front(), command);
  }
  for (const OptionReading& option : command.options) {
    if (const auto problem = settle(option, environment)) {
      return misused(command.row.name + ' ', *problem);
    }
  }
  std::optional<Ending> problem;
  if (command.row.positional) {
    problem = settle(*command.row.positional, *command.positional, command);
  }
  if (!problem && command.row.tail) {
    problem = settle(*command.row.tail, command.tail, command);
  }
  return problem;
}

/// Takes what follows `--` from the arguments, where the command that they name takes that.
Values cut_tail(std::vector<std::string>& arguments, const std::vector<Command>& commands) {
  const bool has_tail = !arguments.empty() &&
                        std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
                          return command.tail && command.name == arguments.front();
                        });
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  if (!has_tail || dashes == arguments.end()) {
    return {};
  }
  Values tail(dashes + 1, arguments.end());
  arguments.erase(dashes, arguments.end());
  return tail;
}

std::vector<std::string> known_variables(const std::vector<CommandReading>& commands) {
  std::vector<std::string> names = names_for_clients();
  for (const CommandReading& command : commands) {
    for (const OptionReading& option : command.options) {
      names.push_back(variable_of(option.row.name));
    }
  }
  return names;
}

std::vector<CommandReading> declare_all(CLI::App& program, const std::vector<Command>& commands) {
  std::vector<CommandReading> readings;
  readings.reserve(commands.size());
  for (const Command& command : commands) {
    readings.push_back(declare(program, command));
  }
  return readings;
}

/// CLI11 begins its messages with the option's name.
Ending from_parser(const CLI::ParseError& error, const std::string& where) {
  const std::string what = error.what();
  const std::string name = what.substr(0, what.find(':'));
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch) &&
      name.rfind("--", 0) == 0) {
    return misused(where, name + " needs a value");
  }
  return misused(where, what);
}

Ending no_command(const CLI::App& program, const std::vector<Command>& commands) {
  const std::vector<std::string> extras = program.remaining();
  if (extras.empty()) {
    return Ending{.code = kMisused, .out = {}, .err = help_of_program(commands)};
  }
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const Command& command : commands) {
    names.emplace_back(command.name);
  }
  const auto nearest = nearest_name(extras.front(), names);
  return misused(
      "", "there is no command '" + extras.front() + "'",
      nearest ? "did you mean " + *nearest + "?" : "the commands are " + alternatives(names));
}

}  // namespace

tl::expected<Invocation, Ending> read_command_line(const std::vector<std::string>& arguments,
                                                   const Environment& environment,
                                                   const std::vector<Command>& commands) {
  std::vector<std::string> before_tail = arguments;
  const Values tail = cut_tail(before_tail, commands);
  CLI::App program;
  program.set_help_flag();
  program.allow_extras();
  bool wants_help = false;
  bool wants_version = false;
  program.add_flag("-h,--help", wants_help);
  program.add_flag("--version", wants_version);
  std::vector<CommandReading> readings = declare_all(program, commands);
  const auto chosen = [&readings] {
    return std::find_if(readings.begin(), readings.end(),
                        [](const CommandReading& reading) { return reading.parser->parsed(); });
  };
  try {
    program.parse(Values(before_tail.rbegin(), before_tail.rend()));
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(
        from_parser(error, chosen() == readings.end() ? "" : chosen()->row.name + ' '));
  }

  const auto command = chosen();
  if (wants_version) {
    return tl::unexpected(Ending{.out = "graphfault " GRAPHFAULT_VERSION "\n"});
  }
  if (wants_help) {
    return tl::unexpected(Ending{.out = help_of_program(commands)});
  }
  if (command == readings.end() || !program.remaining().empty()) {
    return tl::unexpected(no_command(program, commands));
  }
  if (*command->wants_help) {
    return tl::unexpected(Ending{.out = help_of_command(command->row)});
  }
  command->tail = tail;
  if (auto ending = settle(*command, environment)) {
    return tl::unexpected(std::move(*ending));
  }
  return Invocation{.act = command->row.act,
                    .warnings = unknown_variables(environment, known_variables(readings))};
}

}  // namespace graphfault::app
