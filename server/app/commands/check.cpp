// SPDX-License-Identifier: MIT
#include "app/commands/check.hpp"

#include "app/command_line/exit_code.hpp"
#include "app/scenarios/scenario_files.hpp"
#include "base/counted.hpp"

#include <ostream>

namespace graphfault::app {
namespace {

int check_files(const CheckOptions& options, const Streams& streams) {
  const ReadScenarios read =
      read_scenarios({.paths = options.paths, .inline_yaml = {}}, DiskFiles());
  const std::size_t count = read.files.size();
  const std::string files = counted(count, "file");
  if (!read.problems.empty()) {
    const std::size_t problems = read.problems.size();
    streams.err << render(read.problems) << files << ", " << counted(problems, "problem") << '\n';
    return kFailed;
  }
  if (read.files.empty()) {
    streams.err << "graphfault: there is no *.yaml or *.yml file in " << options.paths.front()
                << '\n';
    return kFailed;
  }
  streams.out << files << ", no problems\n";
  return kGood;
}

}  // namespace

Command check_command(const std::shared_ptr<CheckOptions>& options) {
  return {.name = "check",
          .summary = "lists every problem in scenario files; exit code 1 if there are any",
          .positional = Positional{.name = "PATH",
                                   .help = "a scenario file, or a folder of them",
                                   .required = true,
                                   .many = true,
                                   .take = take_texts(options->paths)},
          .options = {},
          .notes = {},
          .act = [options](const Streams& streams) { return check_files(*options, streams); }};
}

}  // namespace graphfault::app
