// SPDX-License-Identifier: MIT
#include "engine/tenants/registry.hpp"

#include "base/bounded_map.hpp"
#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/rules/rule_indexes.hpp"
#include "engine/tenants/tenant_label.hpp"
#include "scenario/default_scenario.hpp"

#include <algorithm>
#include <bit>
#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace graphfault::engine {
namespace {

using TenantPtr = std::shared_ptr<Tenant>;
using ScenarioPtr = std::shared_ptr<const scenario::Scenario>;

constexpr std::size_t kRememberedEvictions = 10'000;
constexpr std::size_t kFullJournals = 8;  // all journals together may hold as much as that many
constexpr std::string_view kBuiltIn = "default";

// One list in the order of use, found by name, id and serial number.
struct Entry {
  TenantPtr tenant{};
  std::string name{};
};
using Entries = std::list<Entry>;  // most recently used first

ScenarioPtr scenario_named(const ScenarioSet& set, std::string_view name) {
  const auto found = std::find_if(set.begin(), set.end(), [name](const ScenarioPtr& scenario) {
    return equal_ignoring_case(scenario->name, name);
  });
  return found == set.end() ? nullptr : *found;
}

std::string lowered_or_built_in(std::string name) {
  for (char& c : name) {
    c = lower(c);
  }
  return name.empty() ? std::string(kBuiltIn) : name;
}

ScenarioSet with_built_in(ScenarioSet set) {
  if (scenario_named(set, kBuiltIn) == nullptr) {
    set.push_back(scenario::default_scenario());
  }
  return set;
}

}  // namespace

// Guarded by its mutex, but for what is constant.
struct Registry::State {
  State(ScenarioSet set, std::string fallback_scenario, TenantOptions tenant_options,
        std::size_t most_tenants, Strangers meaning)
      : scenarios(with_built_in(std::move(set))),
        fallback_name(lowered_or_built_in(std::move(fallback_scenario))),
        options(std::move(tenant_options)),
        max_tenants(std::max<std::size_t>(most_tenants, 1)),
        strangers(meaning) {
    if (options.indexes == nullptr) {
      options.indexes = std::make_shared<RuleIndexes>();
    }
  }

  Entries::iterator locate(std::string_view name_or_id) {
    const std::string key = lower(name_or_id);
    if (const auto named = by_name.find(key); named != by_name.end()) {
      return named->second;
    }
    const auto found = by_id.find(key);
    return found == by_id.end() ? entries.end() : found->second;
  }

  TenantPtr use(Entries::iterator entry) {
    entries.splice(entries.begin(), entries, entry);
    return entry->tenant;
  }

  // Null: no such scenario.
  TenantPtr make(const TenantName& name, Instant now) {
    ScenarioPtr scenario = scenario_named(scenarios, name.scenario);
    if (scenario == nullptr) {
      return nullptr;
    }
    make_room();
    // What a tenant may cost is the same for all: the shares shrink as their number grows.
    TenantOptions with_share = options;
    with_share.journal_bytes = journal_share(entries.size() + 1);
    const std::uint64_t serial = ++last_serial;
    auto tenant = std::make_shared<Tenant>(serial, name, std::move(scenario), with_share, now);
    const std::string text = name.text();
    entries.push_front({.tenant = tenant, .name = text});
    by_name[text] = entries.begin();
    by_id[tenant->id()] = entries.begin();
    by_serial[serial] = entries.begin();
    evicted.erase(text);
    if (std::has_single_bit(entries.size())) {
      share_journals();
    }
    return tenant;
  }

  std::size_t journal_share(std::size_t tenants) const {
    return std::min(options.journal_bytes,
                    options.journal_bytes * kFullJournals / std::bit_ceil(tenants));
  }

  void share_journals() {
    const std::size_t share = journal_share(entries.size());
    for (const Entry& entry : entries) {
      entry.tenant->limit_journal(share);
    }
  }

  // The least recently used that nobody works with goes; all in use: there will be one more.
  void make_room() {
    if (entries.size() < max_tenants) {
      return;
    }
    const auto idle = std::find_if(entries.rbegin(), entries.rend(), [](const Entry& entry) {
      return entry.tenant.use_count() == 1 && entry.tenant->under_way() == 0;
    });
    if (idle != entries.rend()) {
      evicted.put(idle->name, true);
      remove(std::prev(idle.base()));
    }
  }

  void remove(Entries::iterator entry) {
    by_serial.erase(entry->tenant->serial());
    by_id.erase(entry->tenant->id());
    by_name.erase(entry->name);
    entries.erase(entry);
  }

  TenantPtr open(std::string_view name_or_id, Instant now) {
    if (const auto entry = locate(name_or_id); entry != entries.end()) {
      return use(entry);
    }
    const std::optional<TenantName> name = parse_tenant_name(name_or_id);
    return name ? make(*name, now) : nullptr;
  }

  TenantPtr open_for_stranger(std::string_view segment, Instant now) {
    const std::optional<std::string> label = foreign_tenant_label(segment);
    if (!label) {
      return nullptr;
    }
    return strangers == Strangers::are_labels ? open(fallback_name + "." + *label, now)
                                              : open(fallback_name, now);
  }

  mutable SpinningMutex mutex{};
  ScenarioSet scenarios;
  const std::string fallback_name;
  TenantOptions options;
  const std::size_t max_tenants;
  const Strangers strangers;
  std::uint64_t last_serial = 0;
  Entries entries{};
  std::unordered_map<std::string, Entries::iterator> by_name{};
  std::unordered_map<std::string, Entries::iterator> by_id{};
  std::unordered_map<std::uint64_t, Entries::iterator> by_serial{};
  BoundedMap<bool> evicted{kRememberedEvictions};
};

Registry::Registry(ScenarioSet scenarios, std::string default_scenario,
                   const TenantOptions& options, std::size_t max_tenants, Strangers strangers)
    : state_(std::make_unique<State>(std::move(scenarios), std::move(default_scenario), options,
                                     max_tenants, strangers)) {}

Registry::~Registry() = default;

TenantPtr Registry::open(std::string_view name_or_id, Instant now) {
  const std::lock_guard lock(state_->mutex);
  return state_->open(name_or_id, now);
}

TenantPtr Registry::find(std::string_view name_or_id) const {
  const std::lock_guard lock(state_->mutex);
  const auto entry = state_->locate(name_or_id);
  return entry == state_->entries.end() ? nullptr : entry->tenant;
}

TenantPtr Registry::find_serial(std::uint64_t serial) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->by_serial.find(serial);
  return found == state_->by_serial.end() ? nullptr : found->second->tenant;
}

TenantPtr Registry::fallback(Instant now) { return open(state_->fallback_name, now); }

TenantPtr Registry::fallback_for_handshakes(Instant now) {
  const std::lock_guard lock(state_->mutex);
  if (const auto entry = state_->locate(state_->fallback_name); entry != state_->entries.end()) {
    return entry->tenant;
  }
  const std::optional<TenantName> name = parse_tenant_name(state_->fallback_name);
  const ScenarioPtr scenario = name ? scenario_named(state_->scenarios, name->scenario) : nullptr;
  const auto is_of_handshakes = [](const scenario::Rule& rule) {
    return rule.when.surface == scenario::Surface::handshake;
  };
  const bool asked = scenario != nullptr &&
                     std::any_of(scenario->rules.begin(), scenario->rules.end(), is_of_handshakes);
  return asked ? state_->make(*name, now) : nullptr;
}

TenantPtr Registry::open_for_sign_in(std::string_view segment, Instant now) {
  const std::lock_guard lock(state_->mutex);
  if (TenantPtr tenant = state_->open(segment, now)) {
    return tenant;
  }
  return state_->open_for_stranger(segment, now);
}

bool Registry::erase(std::string_view name_or_id) {
  const std::lock_guard lock(state_->mutex);
  const auto entry = state_->locate(name_or_id);
  if (entry == state_->entries.end()) {
    return false;
  }
  state_->remove(entry);
  return true;
}

bool Registry::was_evicted(std::string_view name) const {
  const std::lock_guard lock(state_->mutex);
  return state_->evicted.contains(lower(name));
}

std::vector<TenantPtr> Registry::tenants() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<TenantPtr> all;
  all.reserve(state_->entries.size());
  for (const Entry& entry : state_->entries) {
    all.push_back(entry.tenant);
  }
  std::sort(all.begin(), all.end(),
            [](const TenantPtr& a, const TenantPtr& b) { return a->serial() < b->serial(); });
  return all;
}

void Registry::adopt(ScenarioSet scenarios) {
  ScenarioSet set = with_built_in(std::move(scenarios));
  const std::lock_guard lock(state_->mutex);
  state_->scenarios.swap(set);
}

ScenarioSet Registry::scenarios() const {
  const std::lock_guard lock(state_->mutex);
  return state_->scenarios;
}

ScenarioPtr Registry::scenario(std::string_view name) const {
  const std::lock_guard lock(state_->mutex);
  return scenario_named(state_->scenarios, name);
}

}  // namespace graphfault::engine
