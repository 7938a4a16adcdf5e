// SPDX-License-Identifier: MIT
#include "app/run/chosen_scenarios.hpp"

#include "app/scenarios/scenario_files.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>
#include <filesystem>
#include <fnmatch.h>
#include <glob.h>
#include <optional>
#include <string_view>
#include <utility>

namespace graphfault::app {
namespace {

using Chosen = std::vector<ChosenScenario>;

bool is_pattern(std::string_view word) { return word.find_first_of("*?[") != std::string::npos; }

bool is_path(const std::string& word) {
  return word.find('/') != std::string::npos || word.ends_with(".yaml") || word.ends_with(".yml");
}

std::vector<std::string> matching_files(const std::string& pattern) {
  std::vector<std::string> found;
  glob_t matches{};
  if (glob(pattern.c_str(), 0, nullptr, &matches) == 0) {
    found.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
  }
  globfree(&matches);
  return found;
}

/// Chooses word by word; problems pile up.
class Choice {
 public:
  Choice(const std::vector<std::string>& among, const Files& files)
      : among_(among), files_(files) {}

  void take(const std::string& word) {
    if (files_.stamp(word) || std::filesystem::is_directory(word)) {
      take_path(word);
    } else if (is_path(word)) {
      take_pattern_of_files(word);
    } else {
      take_names(word);
    }
  }

  tl::expected<Chosen, Problems> result() {
    if (!problems_.empty()) {
      return tl::unexpected(std::move(problems_));
    }
    return std::move(chosen_);
  }

 private:
  void take_path(const std::string& path) {
    const auto found = files_.scenario_files(path);
    if (!found) {
      problems_.push_back(found.error());
      return;
    }
    if (found->empty()) {
      problems_.push_back({.message = path + " has no scenario files (*.yaml, *.yml)"});
    }
    for (const std::string& file : *found) {
      add(file);
    }
  }

  void take_pattern_of_files(const std::string& word) {
    const std::vector<std::string> found =
        is_pattern(word) ? matching_files(word) : std::vector<std::string>{};
    if (found.empty()) {
      problems_.push_back({.message = "there is no file or folder " + word});
    }
    for (const std::string& path : found) {
      take_path(path);
    }
  }

  void take_names(const std::string& word) {
    std::vector<std::string_view> names;
    bool found = false;
    for (const ChosenScenario& known : all_known()) {
      names.emplace_back(known.name);
      if (fnmatch(word.c_str(), known.name.c_str(), 0) == 0) {
        found = true;
        add(known);
      }
    }
    if (!found) {
      const auto nearest = nearest_name(word, names);
      std::string hint = "name a file, or say with --scenarios where to look for names";
      if (nearest) {
        hint = "did you mean " + *nearest + "?";
      } else if (!names.empty()) {
        hint = "known names: " + alternatives(names);
      }
      problems_.push_back({.message = "no file or scenario is named '" + word + "'", .hint = hint});
    }
  }

  void add(const std::string& file) {
    ReadScenarios read = read_scenarios({.paths = {file}, .inline_yaml = {}}, files_);
    std::move(read.problems.begin(), read.problems.end(), std::back_inserter(problems_));
    if (!read.scenarios.empty()) {
      add({.file = file, .name = read.scenarios.front()->name});
    }
  }

  void add(ChosenScenario scenario) {
    const bool known =
        std::any_of(chosen_.begin(), chosen_.end(),
                    [&](const ChosenScenario& other) { return other.file == scenario.file; });
    if (!known) {
      chosen_.push_back(std::move(scenario));
    }
  }

  const Chosen& all_known() {
    if (!known_) {
      known_.emplace();
      for (const std::string& path : among_) {
        append_known(files_.scenario_files(path).value_or(std::vector<std::string>{}));
      }
    }
    return *known_;
  }

  void append_known(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const ReadScenarios read = read_scenarios({.paths = {file}, .inline_yaml = {}}, files_);
      if (!read.scenarios.empty()) {
        known_->push_back({.file = file, .name = read.scenarios.front()->name});
      }
    }
  }

  const std::vector<std::string>& among_;
  const Files& files_;
  Chosen chosen_{};
  Problems problems_{};
  std::optional<Chosen> known_{};  ///< what `among` holds, once it was needed
};

}  // namespace

tl::expected<std::vector<ChosenScenario>, Problems> choose_scenarios(
    const std::vector<std::string>& words, const std::vector<std::string>& among,
    const Files& files) {
  Choice choice(among, files);
  for (const std::string& word : words) {
    choice.take(word);
  }
  return choice.result();
}

}  // namespace graphfault::app
