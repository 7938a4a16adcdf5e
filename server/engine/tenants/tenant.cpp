// SPDX-License-Identifier: MIT
#include "engine/tenants/tenant.hpp"

#include "base/random.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/answers/handshake.hpp"
#include "engine/state/snapshot.hpp"
#include "engine/tenants/tenant_core.hpp"
#include "engine/tenants/turn.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace graphfault::engine {
namespace {

TenantIdentity identity_of(std::uint64_t serial, TenantName name, const TenantOptions& options) {
  TenantIdentity identity{.serial = serial, .name = std::move(name), .options = options};
  identity.text = identity.name.text();
  identity.id = guid_of(identity.text);
  return identity;
}

}  // namespace

Tenant::Tenant(std::uint64_t serial, TenantName name,
               std::shared_ptr<const scenario::Scenario> scenario, const TenantOptions& options,
               Instant /*now*/)
    : core_(std::make_unique<TenantCore>(identity_of(serial, std::move(name), options),
                                         std::move(scenario))) {}

Tenant::~Tenant() = default;

const TenantName& Tenant::name() const { return core_->identity.name; }
const std::string& Tenant::id() const { return core_->identity.id; }
std::uint64_t Tenant::serial() const { return core_->identity.serial; }

http::Answer Tenant::answer(Call call) { return Turn(*core_, std::move(call)).answer(); }

std::optional<scenario::Fault::Tls> Tenant::greet(const std::string& host, Instant now) {
  TenantCore& tenant = *core_;
  const std::lock_guard lock(tenant.mutex);
  const HandshakeChoice choice = choose_handshake(*tenant.work, host);
  if (choice.rule == nullptr) {
    return std::nullopt;
  }
  journal::Exchange exchange =
      entry_of_handshake({.host = host, .now = now}, choice, *tenant.work->scenario);
  exchange.tenant_begun = tenant.clock(now);
  tenant.journal.append(journal::pack(exchange));
  const auto& fault = choice.rule->steps[choice.step].fault;
  return fault ? std::optional(fault->tls) : std::nullopt;
}

void Tenant::leaving(const http::Ticket& ticket, Instant now) {
  TenantCore& tenant = *core_;
  const std::lock_guard lock(tenant.mutex);
  if (tenant.is_current(ticket.resets)) {
    tenant.journal.left(ticket.sequence, now);
    tenant.leave(tenant.under_way.take(ticket.sequence), now);
  }
}

void Tenant::sent(const http::Ticket& ticket, const http::Delivery& delivery) {
  TenantCore& tenant = *core_;
  const std::lock_guard lock(tenant.mutex);
  tenant.under_way.end();
  if (!tenant.is_current(ticket.resets)) {
    return;
  }
  // Still waiting and aborted: the client left during the delay, nothing of the answer reached it.
  Aftermath aftermath = tenant.under_way.take(ticket.sequence);
  if (!delivery.aborted) {
    tenant.leave(std::move(aftermath), delivery.sent);
  }
  tenant.journal.complete(
      ticket.sequence,
      {.sent = delivery.sent, .bytes = delivery.bytes, .aborted = delivery.aborted});
}

Instant Tenant::clock(Instant now) const {
  const std::lock_guard lock(core_->mutex);
  return core_->clock(now);
}

void Tenant::reset(std::shared_ptr<const scenario::Scenario> scenario, Instant /*now*/) {
  const std::lock_guard lock(core_->mutex);
  ++core_->resets;
  core_->journal.clear();
  core_->under_way.reset();
  core_->start(std::move(scenario));
}

void Tenant::advance(Duration by) {
  const std::lock_guard lock(core_->mutex);
  core_->work->advanced += by;
}

void Tenant::revoke_tokens(Instant now) {
  const std::lock_guard lock(core_->mutex);
  core_->work->revoked.all(core_->clock(now));
}

void Tenant::expire_tokens(Instant now) {
  const std::lock_guard lock(core_->mutex);
  core_->work->expired.all(core_->clock(now));
}

void Tenant::limit_journal(std::size_t bytes) {
  const std::lock_guard lock(core_->mutex);
  core_->journal.limit_to(std::min(bytes, core_->identity.options.journal_bytes));
}

Json Tenant::snapshot(Instant now) const {
  std::unique_lock lock(core_->mutex);
  core_->await_records(lock);
  Json json =
      snapshot_of(core_->identity, *core_->work, core_->journal.totals(), core_->clock(now));
  json["underWay"] = core_->under_way.count();
  return json;
}

Evidence Tenant::evidence(Instant now, const EvidenceWanted& wanted) const {
  const TenantCore& tenant = *core_;
  std::unique_lock lock(core_->mutex);
  core_->await_records(lock);
  Evidence evidence{.scenario = tenant.work->scenario,
                    .totals = tenant.journal.gapless_totals(),
                    .clock = tenant.clock(now),
                    .under_way = tenant.under_way.count(),
                    .packed = tenant.journal.after(wanted.since, wanted.most)};
  for (const scenario::Rule& rule : evidence.scenario->rules) {
    evidence.rule_plays.push_back(tenant.work->scripts.plays(rule));
  }
  return evidence;
}

std::vector<journal::Exchange> Tenant::exchanges(std::uint64_t since) const {
  return evidence({}, {.since = since}).exchanges();
}

std::vector<journal::Exchange> Tenant::newest_exchanges(std::uint64_t since,
                                                        std::size_t most) const {
  std::unique_lock lock(core_->mutex);
  const std::vector<journal::PackedExchange> packed = core_->journal.newest(since, most);
  lock.unlock();
  return journal::unpack(packed);
}

std::vector<journal::Exchange> Tenant::exchanges_among(
    const std::vector<std::uint64_t>& sequences) const {
  std::unique_lock lock(core_->mutex);
  const std::vector<journal::PackedExchange> packed = core_->journal.among(sequences);
  lock.unlock();
  return journal::unpack(packed);
}

Pulse Tenant::pulse() const {
  const std::lock_guard lock(core_->mutex);
  return {.resets = core_->resets,
          .changes = core_->journal.changes(),
          .advanced = core_->work->advanced};
}

journal::JournalTotals Tenant::journal_totals() const {
  std::unique_lock lock(core_->mutex);
  core_->await_records(lock);
  return core_->journal.gapless_totals();
}

std::shared_ptr<const scenario::Scenario> Tenant::scenario() const {
  const std::lock_guard lock(core_->mutex);
  return core_->work->scenario;
}

std::vector<std::uint64_t> Tenant::rule_plays() const {
  return evidence({}, {.most = 0}).rule_plays;
}

std::size_t Tenant::under_way() const {
  const std::lock_guard lock(core_->mutex);
  return core_->under_way.count();
}

}  // namespace graphfault::engine
