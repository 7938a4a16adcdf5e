// SPDX-License-Identifier: MIT
#include "app/scenarios/scenario_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace graphfault::app {
namespace {

std::string listed(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) {
    text += (text.empty() ? "" : ", ") + path;
  }
  return text;
}

}  // namespace

std::vector<std::string> shipped_folders() {
  std::vector<std::string> folders;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    folders.push_back(
        (program.parent_path().parent_path() / "share/graphfault/scenarios").string());
  }
  folders.emplace_back("/usr/share/graphfault/scenarios");
  return folders;
}

ChosenSources choose_sources(const std::vector<std::string>& paths, const std::string& inline_yaml,
                             const std::vector<std::string>& shipped, const Files& files) {
  if (!paths.empty() || !inline_yaml.empty()) {
    std::vector<std::string> named = paths;
    if (!inline_yaml.empty()) {
      named.emplace_back("GRAPHFAULT_SCENARIO_YAML");
    }
    return {.sources = {.paths = paths, .inline_yaml = inline_yaml},
            .said = "from " + listed(named)};
  }
  const auto found = std::find_if(shipped.begin(), shipped.end(), [&](const std::string& folder) {
    return files.stamp(folder).has_value();
  });
  if (found != shipped.end()) {
    return {.sources = {.paths = {*found}, .inline_yaml = {}},
            .said = "the shipped ones from " + *found};
  }
  return {.sources = {}, .said = "name some with --scenarios"};
}

}  // namespace graphfault::app
