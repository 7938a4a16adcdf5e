// SPDX-License-Identifier: MIT
// The tenants of a server and the set of scenarios they are made from.
#pragma once

#include "engine/tenants/tenant.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

using ScenarioSet = std::vector<std::shared_ptr<const scenario::Scenario>>;

/// What a sign-in URL means that names a GUID, a domain, `common`, `organizations` or `consumers`
/// and no tenant of ours: a label of the default scenario, or the default tenant itself.
enum class Strangers { are_labels, are_default_tenant };

/// Threads: every member may be called from any.
class Registry {
 public:
  /// `default_scenario` names the scenario of the default tenant; empty: the built-in `default`,
  /// which is always in the set unless a file takes its name.
  Registry(ScenarioSet scenarios, std::string default_scenario, const TenantOptions& options,
           std::size_t max_tenants = 10'000, Strangers strangers = Strangers::are_labels);
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// The tenant of that name or id, made at first use. Null: no scenario of that name.
  std::shared_ptr<Tenant> open(std::string_view name_or_id, Instant now);
  /// The same, but never makes one.
  std::shared_ptr<Tenant> find(std::string_view name_or_id) const;
  std::shared_ptr<Tenant> find_serial(std::uint64_t serial) const;
  /// The default tenant.
  std::shared_ptr<Tenant> fallback(Instant now);
  /// The same, but made only where its scenario has rules of handshakes; else null.
  std::shared_ptr<Tenant> fallback_for_handshakes(Instant now);
  /// What a sign-in URL names: a tenant's name or id, or a stranger. Null: AADSTS90002.
  std::shared_ptr<Tenant> open_for_sign_in(std::string_view segment, Instant now);

  bool erase(std::string_view name_or_id);
  /// True where that tenant was there once and was evicted for room.
  bool was_evicted(std::string_view name) const;
  std::vector<std::shared_ptr<Tenant>> tenants() const;

  /// Replaces the whole set; running tenants keep their scenario until they are reset.
  void adopt(ScenarioSet scenarios);
  ScenarioSet scenarios() const;
  /// The newest loaded scenario of that name, or null.
  std::shared_ptr<const scenario::Scenario> scenario(std::string_view name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::engine
