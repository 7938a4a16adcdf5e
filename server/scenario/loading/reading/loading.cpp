// SPDX-License-Identifier: MIT
#include "scenario/loading/reading/loading.hpp"

#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <utility>

namespace graphfault::scenario {

std::optional<std::string> Loading::read_file(const Node& node) const {
  const auto path = read_word(node, "`file`", report);
  if (!path) {
    return std::nullopt;
  }
  if (!context.read_file) {
    report.add(node, "a scenario without a folder of its own cannot read files",
               "write the content into the scenario");
    return std::nullopt;
  }
  Result<std::string> content = context.read_file(*path);
  if (!content) {
    report.add(node, content.error());
    return std::nullopt;
  }
  return *std::move(content);
}

}  // namespace graphfault::scenario
