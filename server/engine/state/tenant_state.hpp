// SPDX-License-Identifier: MIT
// Everything of a tenant that a reset makes anew, and what stays. Guarded by the tenant's lock.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "engine/callers/authentication.hpp"
#include "engine/callers/token_ban.hpp"
#include "engine/emulation/directory.hpp"
#include "engine/rules/rule_index.hpp"
#include "engine/rules/script.hpp"
#include "engine/rules/windows.hpp"
#include "engine/sign_in/sign_in_state.hpp"
#include "engine/state/tenant_name.hpp"
#include "engine/state/tenant_options.hpp"
#include "scenario/model.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace graphfault::engine {

/// What stays over a reset.
struct TenantIdentity {
  std::uint64_t serial = 0;
  TenantName name{};
  std::string text{};  ///< name.text()
  std::string id{};
  TenantOptions options{};
};

struct TenantState {
  TenantState(std::shared_ptr<const scenario::Scenario> running,
              std::shared_ptr<const RuleIndex> rule_index, std::uint64_t seed)
      : scenario(std::move(running)),
        index(std::move(rule_index)),
        random(seed),
        scripts(scenario->rules.size()),
        directory(scenario, seed) {}

  std::shared_ptr<const scenario::Scenario> scenario;
  std::shared_ptr<const RuleIndex> index;
  Random random;
  Scripts scripts;
  Windows windows{};
  TokenBan revoked{};
  TokenBan expired{};
  Directory directory;
  SignInState sign_in{};
  Duration advanced{};    ///< of the clock
  RuleList candidates{};  ///< scratch
};

}  // namespace graphfault::engine
