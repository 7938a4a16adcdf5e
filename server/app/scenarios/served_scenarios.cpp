// SPDX-License-Identifier: MIT
#include "app/scenarios/served_scenarios.hpp"

#include "base/nearest_name.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::size_t kMostUploads = 1'000;

const scenario::Scenario* find_named(const engine::ScenarioSet& scenarios,
                                     const std::string& name) {
  const auto found = std::find_if(scenarios.begin(), scenarios.end(),
                                  [&](const auto& scenario) { return scenario->name == name; });
  return found == scenarios.end() ? nullptr : found->get();
}

}  // namespace

ServedScenarios::ServedScenarios(ScenarioSources sources, std::string default_scenario,
                                 const Files& files)
    : sources_(std::move(sources)), default_scenario_(std::move(default_scenario)), files_(files) {}

tl::expected<engine::ScenarioSet, Problems> ServedScenarios::load() {
  const std::lock_guard lock(mutex_);
  ReadScenarios read = read_scenarios(sources_, files_);
  remember_files(read);
  if (read.problems.empty()) {
    read.problems = check_default(read.scenarios);
  }
  if (!read.problems.empty()) {
    return tl::unexpected(std::move(read.problems));
  }
  from_files_ = read.scenarios;
  return with_uploads(from_files_);
}

void ServedScenarios::serve_into(engine::Registry& registry) {
  const std::lock_guard lock(mutex_);
  registry_ = &registry;
}

Problems ServedScenarios::reload() {
  const std::lock_guard lock(mutex_);
  ReadScenarios read = read_scenarios(sources_, files_);
  remember_files(read);
  engine::ScenarioSet scenarios = with_uploads(read.scenarios);
  if (read.problems.empty()) {
    read.problems = check_default(scenarios);
  }
  problems_ = std::move(read.problems);
  if (problems_.empty()) {
    from_files_ = std::move(read.scenarios);
    registry_->adopt(std::move(scenarios));
  }
  return problems_;
}

tl::expected<control::ScenarioShelf::Added, Problems> ServedScenarios::add(std::string_view yaml,
                                                                           std::string_view name) {
  auto loaded = read_scenario_text(yaml, name);
  if (!loaded) {
    return tl::unexpected(std::move(loaded.error()));
  }
  const std::lock_guard lock(mutex_);
  const std::string& scenario_name = (*loaded)->name;
  if (uploads_.size() >= kMostUploads && !uploads_.contains(scenario_name)) {
    return tl::unexpected(Problems{
        Problem{.message = "there are " + std::to_string(kMostUploads) + " uploaded scenarios",
                .hint = "use a name again: an upload replaces the one of its name"}});
  }
  const bool replaced = find_named(with_uploads(from_files_), scenario_name) != nullptr;
  uploads_[scenario_name] = *loaded;
  registry_->adopt(with_uploads(from_files_));
  return Added{.scenario = std::move(*loaded), .replaced = replaced};
}

Problems ServedScenarios::problems() const {
  const std::lock_guard lock(mutex_);
  return problems_;
}

bool ServedScenarios::has_changed() {
  const std::lock_guard lock(mutex_);
  std::vector<FileState> states = file_states();
  if (states == seen_) {
    return false;
  }
  const std::uint64_t hash = content_hash(states);
  seen_ = std::move(states);
  return std::exchange(seen_hash_, hash) != hash;
}

engine::ScenarioSet ServedScenarios::with_uploads(const engine::ScenarioSet& from_files) const {
  engine::ScenarioSet all;
  std::copy_if(from_files.begin(), from_files.end(), std::back_inserter(all),
               [this](const auto& scenario) { return !uploads_.contains(scenario->name); });
  for (const auto& upload : uploads_) {
    all.push_back(upload.second);
  }
  return all;
}

Problems ServedScenarios::check_default(const engine::ScenarioSet& scenarios) const {
  if (default_scenario_.empty() || default_scenario_ == "default" ||
      find_named(scenarios, default_scenario_) != nullptr) {
    return {};
  }
  std::vector<std::string_view> names;
  for (const auto& scenario : scenarios) {
    names.emplace_back(scenario->name);
  }
  const auto nearest = nearest_name(default_scenario_, names);
  const std::string hint = nearest         ? "did you mean " + *nearest + "?"
                           : names.empty() ? "no scenario is loaded; see --scenarios"
                                           : "known names: " + alternatives(names);
  return {Problem{.message = "no scenario is named '" + default_scenario_ + "' (--scenario)",
                  .hint = hint}};
}

void ServedScenarios::remember_files(const ReadScenarios& read) {
  named_ = read.named;
  seen_ = file_states();
  seen_hash_ = read.content;
}

std::vector<ServedScenarios::FileState> ServedScenarios::file_states() const {
  std::vector<FileState> states;
  const auto look_at = [&](const std::string& path) {
    states.push_back({.path = path, .stamp = files_.stamp(path)});
  };
  for (const std::string& path : sources_.paths) {
    const auto found = files_.scenario_files(path);
    if (found) {
      std::for_each(found->begin(), found->end(), look_at);
    }
  }
  std::for_each(named_.begin(), named_.end(), look_at);
  return states;
}

std::uint64_t ServedScenarios::content_hash(const std::vector<FileState>& states) const {
  std::uint64_t hash = 0;
  for (const FileState& state : states) {
    hash += content_part(state.path, files_.read(state.path, kNamedFileBytes));
  }
  return hash;
}

}  // namespace graphfault::app
