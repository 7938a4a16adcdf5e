// SPDX-License-Identifier: MIT
#include "engine/tenant.hpp"

#include "base/random.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/compose.hpp"
#include "engine/play.hpp"
#include "engine/record.hpp"
#include "engine/rule_indexes.hpp"
#include "engine/snapshot.hpp"
#include "engine/tenant_state.hpp"
#include "engine/under_way.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace graphfault::engine {
namespace {

std::shared_ptr<const RuleIndex> index_for(
    const TenantOptions& options, const std::shared_ptr<const scenario::Scenario>& scenario) {
  return options.indexes != nullptr ? options.indexes->of(scenario)
                                    : std::make_shared<const RuleIndex>(scenario->rules);
}

}  // namespace

struct Tenant::State {
  State(TenantIdentity who, std::shared_ptr<const scenario::Scenario> scenario)
      : identity(std::move(who)), journal(identity.options.journal_bytes) {
    start(std::move(scenario));
  }

  // Everything as new.
  void start(std::shared_ptr<const scenario::Scenario> scenario) {
    auto index = index_for(identity.options, scenario);
    work.emplace(std::move(scenario), std::move(index),
                 mix(identity.options.seed, hash_of(identity.text)));
  }

  Instant clock(Instant now) const {
    return identity.options.frozen_at.value_or(now) + work->advanced;
  }
  // What dates on the wire say: the wall clock, unless --clock stopped it.
  Instant wall(Instant now) const { return identity.options.frozen_at ? clock(now) : now; }

  void open(OpeningWindow&& window, Instant now) {
    const Instant begins = clock(now);
    work->windows.open(window.key, {.begins = begins,
                                    .ends = begins + window.lasts,
                                    .rule = window.rule,
                                    .step = window.step});
  }
  void happen(const DueEffect& due, Instant now) {
    if (due.effects.expire_token) {
      work->expired.one(due.token_id, clock(now));
    }
    if (due.effects.revoke_token) {
      work->revoked.one(due.token_id, clock(now));
    }
    work->advanced += due.effects.advance;
  }
  void leave(Aftermath&& aftermath, Instant now) {
    for (OpeningWindow& window : aftermath.windows) {
      open(std::move(window), now);
    }
    for (const DueEffect& due : aftermath.effects) {
      happen(due, now);
    }
  }

  mutable SpinningMutex mutex{};
  TenantIdentity identity;
  journal::Journal journal;
  UnderWay under_way{};
  std::optional<TenantState> work{};
};

Tenant::Tenant(std::uint64_t serial, TenantName name,
               std::shared_ptr<const scenario::Scenario> scenario, const TenantOptions& options,
               Instant /*now*/) {
  TenantIdentity identity{.serial = serial, .name = std::move(name), .options = options};
  identity.text = identity.name.text();
  identity.id = guid_of(identity.text);
  state_ = std::make_unique<State>(std::move(identity), std::move(scenario));
}

Tenant::~Tenant() = default;

const TenantName& Tenant::name() const { return state_->identity.name; }
const std::string& Tenant::id() const { return state_->identity.id; }
std::uint64_t Tenant::serial() const { return state_->identity.serial; }

http::Answer Tenant::answer(Call call) {
  RecordValues values{.body_hash = hash_of_body(call.request.body)};
  State& tenant = *state_;
  const std::lock_guard lock(tenant.mutex);
  const Instant received = call.received;
  call.tenant_now = tenant.clock(received);
  values.sequence = tenant.journal.next_sequence();
  const graph::AnswerStamp stamp =
      graph::make_stamp(tenant.work->random.guid(), call.request.headers, tenant.wall(received));
  const PlayContext context{.tenant = tenant.identity,
                            .state = *tenant.work,
                            .journal = tenant.journal,
                            .stamp = stamp,
                            .sequence = values.sequence};

  Outcome outcome = play(call, context);
  http::Answer answer = compose_answer(outcome, call, context);
  journal::Exchange exchange =
      record_of(std::move(call), outcome, answer.response, context, std::move(values));
  const std::uint64_t sequence = exchange.sequence;
  tenant.journal.record(std::move(exchange));
  tenant.under_way.begin();
  if (answer.plan.delay > Duration::zero()) {
    tenant.under_way.wait(sequence, std::move(outcome.aftermath));
  } else {
    tenant.journal.left(sequence, received);
    tenant.leave(std::move(outcome.aftermath), received);
  }
  answer.ticket.sequence = tenant.under_way.ticket(sequence);
  return answer;
}

void Tenant::leaving(std::uint64_t sequence, Instant now) {
  State& tenant = *state_;
  const std::lock_guard lock(tenant.mutex);
  if (const auto exchange = tenant.under_way.sequence(sequence)) {
    tenant.journal.left(*exchange, now);
    tenant.leave(tenant.under_way.take(*exchange), now);
  }
}

void Tenant::sent(std::uint64_t sequence, const http::Delivery& delivery) {
  State& tenant = *state_;
  const std::lock_guard lock(tenant.mutex);
  tenant.under_way.end();
  if (const auto exchange = tenant.under_way.sequence(sequence)) {
    // Still waiting and aborted: the client left during the delay, nothing of the answer reached
    // it.
    Aftermath aftermath = tenant.under_way.take(*exchange);
    if (!delivery.aborted) {
      tenant.leave(std::move(aftermath), delivery.sent);
    }
    tenant.journal.complete(
        *exchange, {.sent = delivery.sent, .bytes = delivery.bytes, .aborted = delivery.aborted});
  }
}

Instant Tenant::clock(Instant now) const {
  const std::lock_guard lock(state_->mutex);
  return state_->clock(now);
}

void Tenant::reset(std::shared_ptr<const scenario::Scenario> scenario, Instant /*now*/) {
  const std::lock_guard lock(state_->mutex);
  state_->journal.clear();
  state_->under_way.reset();
  state_->start(std::move(scenario));
}

void Tenant::advance(Duration by) {
  const std::lock_guard lock(state_->mutex);
  state_->work->advanced += by;
}

void Tenant::revoke_tokens(Instant now) {
  const std::lock_guard lock(state_->mutex);
  state_->work->revoked.all(state_->clock(now));
}

void Tenant::expire_tokens(Instant now) {
  const std::lock_guard lock(state_->mutex);
  state_->work->expired.all(state_->clock(now));
}

void Tenant::limit_journal(std::size_t bytes) {
  const std::lock_guard lock(state_->mutex);
  state_->journal.limit_to(std::min(bytes, state_->identity.options.journal_bytes));
}

Json Tenant::snapshot(Instant now) const {
  const std::lock_guard lock(state_->mutex);
  Json json =
      snapshot_of(state_->identity, *state_->work, state_->journal.totals(), state_->clock(now));
  json["underWay"] = state_->under_way.count();
  return json;
}

std::vector<journal::Exchange> Tenant::exchanges(std::uint64_t since) const {
  const std::lock_guard lock(state_->mutex);
  return state_->journal.after(since);
}

journal::JournalTotals Tenant::journal_totals() const {
  const std::lock_guard lock(state_->mutex);
  return state_->journal.totals();
}

std::shared_ptr<const scenario::Scenario> Tenant::scenario() const {
  const std::lock_guard lock(state_->mutex);
  return state_->work->scenario;
}

std::vector<std::uint64_t> Tenant::rule_plays() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<std::uint64_t> plays(1, 0);
  for (const scenario::Rule& rule : state_->work->scenario->rules) {
    plays.push_back(state_->work->scripts.plays(rule));
  }
  return plays;
}

std::size_t Tenant::under_way() const {
  const std::lock_guard lock(state_->mutex);
  return state_->under_way.count();
}

}  // namespace graphfault::engine
