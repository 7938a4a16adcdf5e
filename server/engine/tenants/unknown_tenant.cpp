// SPDX-License-Identifier: MIT
#include "engine/tenants/unknown_tenant.hpp"

#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace graphfault::engine {
namespace {

constexpr std::size_t kNameShown = 200;
constexpr std::size_t kListShown = 600;

std::string listed(const ScenarioSet& scenarios) {
  std::string text = "known names:";
  std::size_t shown = 0;
  while (shown < scenarios.size() && text.size() < kListShown) {
    text.append(shown == 0 ? " " : ", ").append(scenarios[shown]->name);
    ++shown;
  }
  if (shown < scenarios.size()) {
    text += " and " + std::to_string(scenarios.size() - shown) + " more";
  }
  return text;
}

}  // namespace

std::string unknown_tenant_hint(std::string_view name, const ScenarioSet& scenarios) {
  const std::string_view scenario = name.substr(0, name.find('.'));
  const bool is_loaded = std::any_of(scenarios.begin(), scenarios.end(), [&](const auto& one) {
    return equal_ignoring_case(one->name, scenario);
  });
  if (is_loaded) {
    return "a tenant is SCENARIO or SCENARIO.LABEL, and a label has letters, digits and - only: " +
           std::string(name.substr(0, kNameShown));
  }
  std::vector<std::string_view> names;
  names.reserve(scenarios.size());
  for (const auto& one : scenarios) {
    names.emplace_back(one->name);
  }
  const auto nearest = nearest_name(scenario, names);
  return "no loaded scenario fits the tenant " + std::string(name.substr(0, kNameShown)) + "; " +
         (nearest ? "did you mean " + *nearest + "?" : listed(scenarios));
}

}  // namespace graphfault::engine
