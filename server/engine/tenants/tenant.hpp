// SPDX-License-Identifier: MIT
// One running copy of a scenario: its script positions, windows, data, clock and journal. Every
// public member is one atomic step under the tenant's lock; answer() composes and records after it.
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "engine/calls/call.hpp"
#include "engine/state/tenant_name.hpp"
#include "engine/state/tenant_options.hpp"
#include "http/wire_plan.hpp"
#include "journal/journal.hpp"
#include "journal/packed_exchange.hpp"
#include "scenario/model.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

/// What tells, cheaply, whether a tenant has changed since it was last looked at.
struct Pulse {
  std::uint64_t resets = 0;   ///< ever
  std::uint64_t changes = 0;  ///< of its journal; never falls
  Duration advanced{};        ///< how far its clock was moved, by calls and effects

  bool operator==(const Pulse&) const = default;
};

/// Which of the exchanges are wanted: the first `most` of those above `since`.
struct EvidenceWanted {
  std::uint64_t since = 0;
  std::size_t most = journal::Journal::kAll;
};

/// What a tenant was at one moment: every part tells of the same.
struct Evidence {
  std::shared_ptr<const scenario::Scenario> scenario{};
  std::vector<std::uint64_t> rule_plays{0};  ///< times each rule was played, by number from 1
  journal::JournalTotals totals{};           ///< of exchanges() and of those before `since`
  Instant clock{};
  std::size_t under_way = 0;
  std::vector<journal::PackedExchange> packed{};

  /// Unpacks them: to be called once, and without any lock.
  std::vector<journal::Exchange> exchanges() const { return journal::unpack(packed); }
};

struct TenantCore;

class Tenant {
 public:
  Tenant(std::uint64_t serial, TenantName name, std::shared_ptr<const scenario::Scenario> scenario,
         const TenantOptions& options, Instant now);
  ~Tenant();
  Tenant(const Tenant&) = delete;
  Tenant& operator=(const Tenant&) = delete;

  const TenantName& name() const;
  /// The tenant's id, a GUID derived from its name.
  const std::string& id() const;
  std::uint64_t serial() const;

  /// The whole life of a request inside the tenant: match and advance, which is the atomic step;
  /// compose and record as begun, which is not.
  /// Never blocks on I/O. The windows and effects of an answer without a delay are opened in the
  /// same step; of one with a delay, by leaving().
  http::Answer answer(Call call);
  /// What goes wrong in the handshake of a client that calls that host, by the rules of handshakes:
  /// match, advance, record. Nothing: it goes well.
  std::optional<scenario::Fault::Tls> greet(const std::string& host, Instant now);
  /// The delay is over and the answer's first byte is about to leave. net/ calls it only where
  /// plan.delay > 0.
  /// Of a ticket of before a reset, nothing more is told to the journal.
  void leaving(const http::Ticket& ticket, Instant now);
  /// The answer has left, or will not.
  void sent(const http::Ticket& ticket, const http::Delivery& delivery);

  Instant clock(Instant now) const;
  /// Counters, data, clock, journal and revocations as new; adopts `scenario` (the newest loaded
  /// one).
  void reset(std::shared_ptr<const scenario::Scenario> scenario, Instant now);
  void advance(Duration by);
  /// Every token issued so far is revoked (the next call meets the claims challenge) or expired.
  void revoke_tokens(Instant now);
  void expire_tokens(Instant now);
  /// A new bound of the journal, at most TenantOptions::journal_bytes; what is over it goes.
  void limit_journal(std::size_t bytes);

  /// GET /tenants/{t}: counters, script positions, open windows, clock.
  Json snapshot(Instant now) const;
  /// What the journal, a verdict and a report tell of, taken in one step. What was played before
  /// the call is in it: it waits for answers that are being composed. `now` is for its clock.
  Evidence evidence(Instant now, const EvidenceWanted& wanted = {}) const;
  /// The exchanges of evidence().
  std::vector<journal::Exchange> exchanges(std::uint64_t since) const;
  /// The last `most` of those above `since`.
  std::vector<journal::Exchange> newest_exchanges(std::uint64_t since, std::size_t most) const;
  /// Those of `sequences` that are still kept; REQUIRES: ascending.
  std::vector<journal::Exchange> exchanges_among(const std::vector<std::uint64_t>& sequences) const;
  journal::JournalTotals journal_totals() const;
  Pulse pulse() const;
  std::shared_ptr<const scenario::Scenario> scenario() const;
  /// The rule_plays of evidence().
  std::vector<std::uint64_t> rule_plays() const;
  /// Exchanges whose answer is still under way: such a tenant is never evicted.
  std::size_t under_way() const;

 private:
  std::unique_ptr<TenantCore> core_;
};

}  // namespace graphfault::engine
