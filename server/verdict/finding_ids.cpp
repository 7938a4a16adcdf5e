// SPDX-License-Identifier: MIT
#include "verdict/finding_ids.hpp"

#include "verdict/findings/rules.hpp"

#include <vector>

namespace graphfault::verdict {

std::span<const std::string_view> finding_ids() {
  static const std::vector<std::string_view> ids = [] {
    std::vector<std::string_view> all;
    for (const Rule& rule : rules()) {
      all.push_back(rule.id);
    }
    return all;
  }();
  return ids;
}

}  // namespace graphfault::verdict
