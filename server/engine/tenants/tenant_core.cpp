// SPDX-License-Identifier: MIT
#include "engine/tenants/tenant_core.hpp"

#include "base/random.hpp"
#include "engine/rules/rule_indexes.hpp"

#include <utility>

namespace graphfault::engine {
namespace {

std::shared_ptr<const RuleIndex> index_for(
    const TenantOptions& options, const std::shared_ptr<const scenario::Scenario>& scenario) {
  return options.indexes != nullptr ? options.indexes->of(scenario)
                                    : std::make_shared<const RuleIndex>(scenario->rules);
}

}  // namespace

TenantCore::TenantCore(TenantIdentity who, std::shared_ptr<const scenario::Scenario> scenario)
    : identity(std::move(who)), journal(identity.options.journal_bytes) {
  start(std::move(scenario));
}

void TenantCore::start(std::shared_ptr<const scenario::Scenario> scenario) {
  auto index = index_for(identity.options, scenario);
  work.emplace(std::move(scenario), std::move(index),
               mix(identity.options.seed, hash_of(identity.text)));
}

Instant TenantCore::clock(Instant now) const {
  return identity.options.frozen_at.value_or(now) + work->advanced;
}

void TenantCore::open(OpeningWindow&& window, Instant now) {
  const Instant begins = clock(now);
  work->windows.open(
      window.key,
      {.begins = begins, .ends = begins + window.lasts, .rule = window.rule, .step = window.step});
}

void TenantCore::happen(const DueEffect& due, Instant now) {
  if (due.effects.expire_token) {
    work->expired.one(due.token_id, clock(now));
  }
  if (due.effects.revoke_token) {
    work->revoked.one(due.token_id, clock(now));
  }
  work->advanced += due.effects.advance;
}

void TenantCore::leave(Aftermath&& aftermath, Instant now) {
  for (OpeningWindow& window : aftermath.windows) {
    open(std::move(window), now);
  }
  for (const DueEffect& due : aftermath.effects) {
    happen(due, now);
  }
}

void TenantCore::await_records(std::unique_lock<SpinningMutex>& lock) {
  ++readers;
  const std::uint64_t last = journal.last_sequence();
  recorded.wait(lock, [this, last] { return journal.has_all_to(last); });
  --readers;
}

void TenantCore::tell_readers() {
  if (readers > 0) {
    recorded.notify_all();
  }
}

}  // namespace graphfault::engine
