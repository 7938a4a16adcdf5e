// SPDX-License-Identifier: MIT
// The emulated service without any socket: whose tenant a request is, what it is answered, and what
// became of the answer. The one thing app::Service calls.
#pragma once

#include "engine/tenants/registry.hpp"
#include "engine/tenants/tenant.hpp"
#include "http/message.hpp"
#include "http/wire_plan.hpp"
#include "journal/exchange.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::engine {

struct EngineOptions {
  TenantOptions tenant{};
  std::string default_scenario{};  ///< of the default tenant; empty: the built-in `default`
  std::size_t max_tenants = 10'000;
  Strangers strangers = Strangers::are_labels;
  std::size_t token_cache_bytes = 16U << 20U;
  std::size_t stray_journal_bytes = 4U << 20U;  ///< of the journal of what belongs to no tenant
};

/// What net/ refuses before there is a whole request, as Graph would say it.
struct RefusedRequest {
  int status = 400;
  std::string code{};     ///< error.code; empty: the catalogue's default for the status
  std::string message{};  ///< empty: the catalogue's default for the status
};

struct EngineCounts {
  std::uint64_t requests = 0;  ///< served, operations of batches not counted
  std::uint64_t refused = 0;   ///< answered by refuse()
  std::uint64_t strays = 0;    ///< served, but belonging to no tenant (a tenant nobody knows)
};

/// What belongs to no tenant, at one moment.
struct StrayEvidence {
  journal::JournalTotals totals{};
  std::vector<journal::PackedExchange> packed{};

  /// Unpacks them: to be called once.
  std::vector<journal::Exchange> exchanges() const { return journal::unpack(packed); }
};

/// Threads: every member may be called from any; none blocks on I/O.
class Engine {
 public:
  Engine(ScenarioSet scenarios, const EngineOptions& options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// The whole life of a request. Where plan.delay > 0, leaving() is to be called when it is over;
  /// sent() once for every answer with a ticket. An answer for a tenant nobody knows has none.
  http::Answer serve(http::Request request, Instant now);
  /// What goes wrong in the handshake of a client that calls that host: the default tenant's rules
  /// say, since nothing tells another one's clients apart yet. Nothing: it goes well.
  std::optional<scenario::Fault::Tls> greet(const std::string& host, Instant now);
  void leaving(const http::Ticket& ticket, Instant now);
  void sent(const http::Ticket& ticket, const http::Delivery& delivery);
  /// The answer, in Graph's shape, to what could not be read; `partial` holds what is known of it.
  /// Its plan closes the connection; it has no ticket. Journalled among the strays.
  http::Answer refuse(const RefusedRequest& refused, const http::Request& partial, Instant now);

  Registry& registry();
  const Registry& registry() const;
  /// GET /journal: what belongs to no tenant, in order.
  StrayEvidence stray_evidence(const EvidenceWanted& wanted = {}) const;
  /// The exchanges of stray_evidence().
  std::vector<journal::Exchange> strays(std::uint64_t since) const;
  /// The last `most` of those above `since`.
  std::vector<journal::Exchange> newest_strays(std::uint64_t since, std::size_t most) const;
  journal::JournalTotals stray_totals() const;
  EngineCounts counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::engine
