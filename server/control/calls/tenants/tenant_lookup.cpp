// SPDX-License-Identifier: MIT
#include "control/calls/tenants/tenant_lookup.hpp"

#include "base/nearest_name.hpp"

#include <vector>

namespace graphfault::control {
namespace {

std::string scenario_hint(std::string_view written, const engine::ScenarioSet& scenarios) {
  std::vector<std::string_view> names;
  names.reserve(scenarios.size());
  for (const auto& scenario : scenarios) {
    names.emplace_back(scenario->name);
  }
  if (const auto nearest = nearest_name(written, names)) {
    return "did you mean " + *nearest + "?";
  }
  return "GET /scenarios lists what is loaded";
}

}  // namespace

Reply no_such_tenant(std::string_view name, const Subject& subject) {
  const auto parsed = engine::parse_tenant_name(name);
  if (!parsed) {
    return error_reply(
        400, "'" + std::string(name) + "' is not a tenant name",
        "a tenant name is SCENARIO or SCENARIO.LABEL, with letters, digits and - only");
  }
  const engine::Registry& registry = subject.engine.registry();
  if (registry.scenario(parsed->scenario) == nullptr) {
    return error_reply(404, "no scenario is named '" + parsed->scenario + "'",
                       scenario_hint(parsed->scenario, registry.scenarios()));
  }
  return error_reply(404, "no tenant '" + parsed->text() + "' is running",
                     "a request to it starts it, and so does POST /tenants/" + parsed->text());
}

tl::expected<std::shared_ptr<engine::Tenant>, Reply> running_tenant(std::string_view name,
                                                                    const Subject& subject) {
  const engine::Registry& registry = subject.engine.registry();
  if (auto tenant = registry.find(name)) {
    return tenant;
  }
  if (registry.was_evicted(name)) {
    return tl::unexpected(
        error_reply(410, "tenant '" + std::string(name) + "' was evicted to make room for others",
                    "its counters and journal are gone; raise --max-tenants, or DELETE tenants "
                    "that are no longer needed"));
  }
  return tl::unexpected(no_such_tenant(name, subject));
}

}  // namespace graphfault::control
