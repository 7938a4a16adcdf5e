// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

struct ShippedFile {
  std::string name{};
  std::string text{};
};

/// Every scenario of scenarios/, by name.
std::vector<ShippedFile> shipped_scenarios();
/// A file of the repository, by its path in it; the test fails where it is not there.
std::string read_repository_file(std::string_view path);

}  // namespace graphfault::scenario
