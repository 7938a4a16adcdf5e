// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "control/events/event_log.hpp"
#include "engine/tenants/tenant.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace graphfault::control {

/// What of one tenant has been told; each look tells what has changed since.
class TenantWatch {
 public:
  /// Tells of nothing that was before: REQUIRES of the caller to say `tenant made`.
  explicit TenantWatch(const engine::Tenant& tenant);

  bool is_told(const engine::Pulse& pulse) const { return pulse == told_; }
  /// `tenant` (reset), `clock`, and an `exchange` for each that is new or became known further: at
  /// most `most` new ones, the last; `skipped` says how many more there were.
  void tell(const engine::Tenant& tenant, const engine::Pulse& pulse, Instant now, std::size_t most,
            EventLog& log);
  std::string ended() const;

 private:
  void tell_progress(const engine::Tenant& tenant, EventLog& log);
  void tell_new(const engine::Tenant& tenant, std::size_t most, EventLog& log);
  void keep_open(const journal::Exchange& exchange);

  std::string name_;
  engine::Pulse told_{};
  std::uint64_t last_ = 0;  ///< the last exchange that was told
  std::map<std::uint64_t, bool>
      open_{};  ///< told while under way; true: its answer had begun to leave
};

/// `{"tenant", "id", "scenario", "change"}`.
std::string tenant_event(const engine::Tenant& tenant, const char* change);
/// The exchange without headers and bodies, which the journal has.
std::string exchange_event(const std::string& tenant, journal::Exchange exchange);

}  // namespace graphfault::control
