// SPDX-License-Identifier: MIT
#include "app/commands/explain.hpp"

#include "app/command_line/exit_code.hpp"
#include "app/scenarios/scenario_sources.hpp"
#include "base/nearest_name.hpp"
#include "scenario/default_scenario.hpp"
#include "scenario/describe/describe.hpp"
#include "scenario/describe/explain.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

namespace graphfault::app {
namespace {

using Found = tl::expected<std::shared_ptr<const scenario::Scenario>, Problems>;

Found explain_file(const std::string& path, const Files& files) {
  ReadScenarios read = read_scenarios({.paths = {path}, .inline_yaml = {}}, files);
  if (!read.problems.empty()) {
    return tl::unexpected(std::move(read.problems));
  }
  if (read.scenarios.size() != 1) {
    return tl::unexpected(
        Problems{Problem{.message = path + " is a folder", .hint = "name one scenario file"}});
  }
  return read.scenarios.front();
}

Found explain_named(const ExplainOptions& options, const Files& files) {
  const ChosenSources chosen = choose_sources(options.scenarios, {}, shipped_folders(), files);
  engine::ScenarioSet scenarios = read_scenarios(chosen.sources, files).scenarios;
  scenarios.push_back(scenario::default_scenario());
  std::vector<std::string_view> names;
  for (const auto& scenario : scenarios) {
    if (scenario->name == options.scenario) {
      return scenario;
    }
    names.emplace_back(scenario->name);
  }
  const auto nearest = nearest_name(options.scenario, names);
  return tl::unexpected(Problems{Problem{
      .message = "no file or scenario is named '" + options.scenario + "'",
      .hint = nearest ? "did you mean " + *nearest + "?" : "known names: " + alternatives(names)}});
}

int explain_scenario(const ExplainOptions& options, const Streams& streams) {
  const DiskFiles files;
  const Found found = files.stamp(options.scenario) ? explain_file(options.scenario, files)
                                                    : explain_named(options, files);
  if (!found) {
    streams.err << render(found.error());
    return kFailed;
  }
  streams.out << scenario::explain(**found);
  return kGood;
}

}  // namespace

Command explain_command(const std::shared_ptr<ExplainOptions>& options) {
  return {.name = "explain",
          .summary = "tells in plain words what a scenario does",
          .positional = Positional{.name = "SCENARIO",
                                   .help = "a scenario file, or a scenario's name",
                                   .required = true,
                                   .many = false,
                                   .take = take_text(options->scenario)},
          .options = {{.name = "--scenarios",
                       .placeholder = "PATH",
                       .help = "files and folders in which to look for the name",
                       .fallback = "the shipped scenarios",
                       .take = take_texts(options->scenarios),
                       .separator = ':'}},
          .notes = {},
          .act = [options](const Streams& streams) { return explain_scenario(*options, streams); }};
}

}  // namespace graphfault::app
