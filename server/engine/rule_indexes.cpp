// SPDX-License-Identifier: MIT
#include "engine/rule_indexes.hpp"

namespace graphfault::engine {

std::shared_ptr<const RuleIndex> RuleIndexes::of(
    const std::shared_ptr<const scenario::Scenario>& scenario) {
  return entries_.with([&scenario](auto& entries) -> std::shared_ptr<const RuleIndex> {
    const auto found = entries.find(scenario.get());
    if (found != entries.end() && !found->second.scenario.expired()) {
      if (auto index = found->second.index.lock()) {
        return index;
      }
    }
    for (auto entry = entries.begin(); entry != entries.end();) {
      entry = entry->second.index.expired() ? entries.erase(entry) : std::next(entry);
    }
    auto index = std::make_shared<const RuleIndex>(scenario->rules);
    entries[scenario.get()] = {.scenario = scenario, .index = index};
    return index;
  });
}

}  // namespace graphfault::engine
