// SPDX-License-Identifier: MIT
#include "engine/state/snapshot.hpp"

#include "base/time_text.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::size_t kMostWindows = 100;

Json rule_json(const scenario::Rule& rule, const Scripts& scripts) {
  Json json;
  json["rule"] = rule.number;
  if (!rule.name.empty()) {
    json["name"] = rule.name;
  }
  json["steps"] = rule.steps.size();
  json["plays"] = scripts.plays(rule);
  if (const auto position = scripts.position(rule)) {
    const bool is_over = position->step >= rule.steps.size();
    json["nextStep"] = is_over ? Json() : Json(position->step + 1);
    json["playedOut"] = is_over;
  }
  return json;
}

Json windows_json(const Windows& windows, Instant now) {
  Json list = Json::array();
  windows.each(now, [&](const std::string& key, const Window& window) {
    if (list.size() < kMostWindows) {
      const std::size_t call = key.find('\n');
      list.push_back(Json{{"call", key.substr(call + 1)},
                          {"rule", window.rule->number},
                          {"step", window.step + 1},
                          {"ends", iso_date_millis(window.ends)}});
    }
  });
  return list;
}

}  // namespace

Json snapshot_of(const TenantIdentity& tenant, const TenantState& state,
                 const journal::JournalTotals& totals, Instant tenant_now) {
  Json json;
  json["tenant"] = tenant.text;
  json["id"] = tenant.id;
  json["scenario"] = state.scenario->name;
  json["clock"] = iso_date_millis(tenant_now);
  json["advanced"] = duration_text(state.advanced);
  json["journal"] =
      Json{{"recorded", totals.recorded}, {"dropped", totals.dropped}, {"bytes", totals.bytes}};
  Json rules = Json::array();
  for (const scenario::Rule& rule : state.scenario->rules) {
    rules.push_back(rule_json(rule, state.scripts));
  }
  json["rules"] = std::move(rules);
  json["openWindows"] = state.windows.open_at(tenant_now);
  json["windows"] = windows_json(state.windows, tenant_now);
  return json;
}

}  // namespace graphfault::engine
