// SPDX-License-Identifier: MIT
#include "scenario/testing/shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace graphfault::scenario {

std::vector<ShippedFile> shipped_scenarios() {
  const std::filesystem::path root(GRAPHFAULT_REPOSITORY);
  std::vector<ShippedFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "scenarios")) {
    if (entry.path().extension() == ".yaml") {
      const std::string name = entry.path().filename().string();
      files.push_back({.name = name, .text = read_repository_file("scenarios/" + name)});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const ShippedFile& a, const ShippedFile& b) { return a.name < b.name; });
  return files;
}

std::string read_repository_file(std::string_view path) {
  const std::filesystem::path whole = std::filesystem::path(GRAPHFAULT_REPOSITORY) / path;
  std::ifstream stream(whole, std::ios::binary);
  EXPECT_TRUE(stream.is_open()) << whole;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace graphfault::scenario
