// SPDX-License-Identifier: MIT
// What a tenant consists of, and its lock: for Tenant and for the turns of its calls.
#pragma once

#include "base/clock.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/answers/outcome.hpp"
#include "engine/state/tenant_state.hpp"
#include "engine/tenants/under_way.hpp"
#include "http/wire_plan.hpp"
#include "journal/journal.hpp"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

namespace graphfault::engine {

/// Everything but `mutex` and `identity` is guarded by the mutex, and every function wants it held.
struct TenantCore {
  TenantCore(TenantIdentity who, std::shared_ptr<const scenario::Scenario> scenario);

  /// Everything as new.
  void start(std::shared_ptr<const scenario::Scenario> scenario);
  Instant clock(Instant now) const;
  /// What dates on the wire say: the wall clock, unless --clock stopped it.
  Instant wall(Instant now) const { return identity.options.frozen_at ? clock(now) : now; }
  /// What the answer's leaving brings about happens.
  void leave(Aftermath&& aftermath, Instant now);
  /// False for an exchange of before a reset: its number is another's now.
  bool is_current(std::uint64_t its_resets) const { return its_resets == resets; }
  /// Until what was played before now is recorded: calls compose and record after their step.
  void await_records(std::unique_lock<SpinningMutex>& lock);
  /// Something became of a number.
  void tell_readers();

  SpinningMutex mutex{};
  std::condition_variable_any recorded{};
  int readers = 0;
  const TenantIdentity identity;
  journal::Journal journal;
  UnderWay under_way{};
  std::uint64_t resets = 0;
  std::optional<TenantState> work{};

 private:
  void open(OpeningWindow&& window, Instant now);
  void happen(const DueEffect& due, Instant now);
};

}  // namespace graphfault::engine
