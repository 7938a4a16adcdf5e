// SPDX-License-Identifier: MIT
#include "engine/rules/rule_indexes.hpp"

namespace graphfault::engine {

std::shared_ptr<const RuleIndex> RuleIndexes::living(const Entries& entries,
                                                     const scenario::Scenario* scenario) {
  const auto found = entries.find(scenario);
  const bool lives = found != entries.end() && !found->second.scenario.expired();
  return lives ? found->second.index.lock() : nullptr;
}

std::shared_ptr<const RuleIndex> RuleIndexes::of(
    const std::shared_ptr<const scenario::Scenario>& scenario) {
  return entries_.with([&scenario](Entries& entries) -> std::shared_ptr<const RuleIndex> {
    if (auto index = living(entries, scenario.get())) {
      return index;
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
