// SPDX-License-Identifier: MIT
#include "app/scenarios/scenario_files.hpp"

#include "base/random.hpp"
#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::app {
namespace {

void append(Problems& problems, Problems more) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

void take(ReadScenarios& read, scenario::Loaded loaded) {
  if (loaded) {
    read.scenarios.push_back(std::move(*loaded));
  } else {
    append(read.problems, std::move(loaded.error()));
  }
}

void read_file(ReadScenarios& read, const std::string& path, const Files& files) {
  const Result<std::string> text = files.read(path, kScenarioBytes);
  read.content += content_part(path, text);
  if (!text) {
    read.problems.push_back(text.error());
    return;
  }
  const std::string folder = folder_of(path);
  const auto read_named = [&](std::string_view relative) {
    read.named.push_back(folder + '/' + std::string(relative));
    Result<std::string> named = files.read_inside(folder, std::string(relative), kNamedFileBytes);
    read.content += content_part(read.named.back(), named);
    return named;
  };
  take(read,
       scenario::load(
           *text, {.file = path, .read_file = read_named, .finding_ids = verdict::finding_ids()}));
}

void add_new(std::vector<std::string>& all, const std::string& file) {
  if (std::find(all.begin(), all.end(), file) == all.end()) {
    all.push_back(file);
  }
}

/// Every scenario file once, however often it is named.
std::vector<std::string> list_files(const std::vector<std::string>& paths, const Files& files,
                                    Problems& problems) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    const auto found = files.scenario_files(path);
    if (!found) {
      problems.push_back(found.error());
      continue;
    }
    for (const std::string& file : *found) {
      add_new(all, file);
    }
  }
  return all;
}

}  // namespace

std::uint64_t content_part(const std::string& path, const Result<std::string>& text) {
  return text ? mix(hash_of(path), hash_of(*text)) : 0;
}

ReadScenarios read_scenarios(const ScenarioSources& sources, const Files& files) {
  ReadScenarios read;
  read.files = list_files(sources.paths, files, read.problems);
  for (const std::string& path : read.files) {
    read_file(read, path, files);
  }
  if (!sources.inline_yaml.empty()) {
    take(read, read_scenario_text(sources.inline_yaml, "inline"));
  }
  append(read.problems, scenario::check_set(read.scenarios));
  return read;
}

tl::expected<std::shared_ptr<const scenario::Scenario>, Problems> read_scenario_text(
    std::string_view yaml, std::string_view name) {
  return scenario::load(
      yaml, {.file = std::string(name), .read_file = {}, .finding_ids = verdict::finding_ids()});
}

}  // namespace graphfault::app
