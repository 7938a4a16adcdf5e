// SPDX-License-Identifier: MIT
#include "engine/tenants/tenant.hpp"

#include "base/random.hpp"
#include "base/spinning_mutex.hpp"
#include "engine/answers/answer_call.hpp"
#include "engine/answers/compose.hpp"
#include "engine/answers/handshake.hpp"
#include "engine/answers/journal_entry.hpp"
#include "engine/rules/rule_indexes.hpp"
#include "engine/state/snapshot.hpp"
#include "engine/state/tenant_state.hpp"
#include "engine/tenants/under_way.hpp"

#include <algorithm>
#include <condition_variable>
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

/// MSAL for Node names a sign-in's request in its URL.
void take_id_of_sign_in(const Call& call, graph::AnswerStamp& stamp) {
  if (call.surface != scenario::Surface::sign_in ||
      call.request.headers.contains("client-request-id")) {
    return;
  }
  const auto named = http::find_field(call.target.options, "client-request-id");
  if (named && is_guid(*named)) {
    stamp.client_request_id = *named;
  }
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

  // What playing a call came to; it holds on to what it points to.
  struct Settled {
    std::shared_ptr<const scenario::Scenario> scenario{};
    graph::AnswerStamp stamp{};
    std::uint64_t sequence = 0;
    std::uint64_t ticket = 0;
    Outcome outcome{};
    std::optional<Instant> left{};  // at once, without a delay
  };
  // The one atomic step: match, advance, and open what an answer without a delay opens.
  Settled settle(Call& call);
  // Nothing is kept of a call from before a reset.
  void keep(journal::PackedExchange exchange, std::uint64_t ticket);
  void pass_over(const Settled& settled);
  // Until what was settled before now is recorded: calls compose and record after their step.
  void await_records(std::unique_lock<SpinningMutex>& lock);

  SpinningMutex mutex{};
  std::condition_variable_any recorded{};
  int readers = 0;
  TenantIdentity identity;
  journal::Journal journal;
  UnderWay under_way{};
  std::uint64_t resets = 0;
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

Tenant::State::Settled Tenant::State::settle(Call& call) {
  const std::lock_guard lock(mutex);
  Settled settled{.scenario = work->scenario, .sequence = journal.next_sequence()};
  call.tenant_now = clock(call.received);
  settled.stamp = graph::make_stamp(work->random.guid(), call.request.headers, wall(call.received));
  take_id_of_sign_in(call, settled.stamp);
  settled.outcome = engine::answer_call(call, {.tenant = identity,
                                               .state = *work,
                                               .journal = journal,
                                               .stamp = settled.stamp,
                                               .sequence = settled.sequence});
  under_way.begin();
  settled.ticket = under_way.ticket(settled.sequence);
  if (delay_of(settled.outcome, *settled.scenario) > Duration::zero()) {
    under_way.wait(settled.sequence, std::move(settled.outcome.aftermath));
  } else {
    leave(std::move(settled.outcome.aftermath), call.received);
    settled.left = call.received;
  }
  return settled;
}

void Tenant::State::keep(journal::PackedExchange exchange, std::uint64_t ticket) {
  const std::lock_guard lock(mutex);
  if (under_way.sequence(ticket)) {
    journal.record(std::move(exchange));
  }
  if (readers > 0) {
    recorded.notify_all();
  }
}

void Tenant::State::pass_over(const Settled& settled) {
  const std::lock_guard lock(mutex);
  if (under_way.sequence(settled.ticket)) {
    journal.pass_over(settled.sequence);
  }
  if (readers > 0) {
    recorded.notify_all();
  }
}

void Tenant::State::await_records(std::unique_lock<SpinningMutex>& lock) {
  ++readers;
  const std::uint64_t last = journal.last_sequence();
  recorded.wait(lock, [this, last] { return journal.has_all_to(last); });
  --readers;
}

http::Answer Tenant::answer(Call call) {
  State& tenant = *state_;
  const bool records = tenant.identity.options.journal_bytes > 0;
  EntryValues values{.body_hash = records ? hash_of_body(call.request.body) : std::string{}};
  State::Settled settled = tenant.settle(call);
  const AnswerContext context{
      .tenant = tenant.identity, .scenario = *settled.scenario, .stamp = settled.stamp};
  http::Answer answer = compose_answer(settled.outcome, call, context);
  answer.ticket = {.tenant = tenant.identity.serial, .sequence = settled.ticket};
  if (!records) {
    tenant.pass_over(settled);
    return answer;
  }
  values.sequence = settled.sequence;
  journal::Exchange exchange =
      entry_of(std::move(call), settled.outcome, answer.response, context, std::move(values));
  exchange.left = settled.left;
  tenant.keep(journal::pack(exchange), settled.ticket);
  return answer;
}

std::optional<scenario::Fault::Tls> Tenant::greet(const std::string& host, Instant now) {
  State& tenant = *state_;
  const std::lock_guard lock(tenant.mutex);
  const HandshakeChoice choice = choose_handshake(*tenant.work, host);
  if (choice.rule == nullptr) {
    return std::nullopt;
  }
  journal::Exchange exchange =
      entry_of_handshake({.host = host, .now = now}, choice, *tenant.work->scenario);
  exchange.sequence = tenant.journal.next_sequence();
  exchange.tenant_begun = tenant.clock(now);
  tenant.journal.record(journal::pack(exchange));
  const auto& fault = choice.rule->steps[choice.step].fault;
  return fault ? std::optional(fault->tls) : std::nullopt;
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
  ++state_->resets;
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
  std::unique_lock lock(state_->mutex);
  state_->await_records(lock);
  Json json =
      snapshot_of(state_->identity, *state_->work, state_->journal.totals(), state_->clock(now));
  json["underWay"] = state_->under_way.count();
  return json;
}

std::vector<journal::Exchange> Tenant::exchanges(std::uint64_t since) const {
  std::unique_lock lock(state_->mutex);
  state_->await_records(lock);
  return state_->journal.after(since);
}

std::vector<journal::Exchange> Tenant::newest_exchanges(std::uint64_t since,
                                                        std::size_t most) const {
  const std::lock_guard lock(state_->mutex);
  return state_->journal.newest(since, most);
}

std::vector<journal::Exchange> Tenant::exchanges_among(
    const std::vector<std::uint64_t>& sequences) const {
  const std::lock_guard lock(state_->mutex);
  return state_->journal.among(sequences);
}

Pulse Tenant::pulse() const {
  const std::lock_guard lock(state_->mutex);
  return {.resets = state_->resets,
          .changes = state_->journal.changes(),
          .advanced = state_->work->advanced};
}

journal::JournalTotals Tenant::journal_totals() const {
  std::unique_lock lock(state_->mutex);
  state_->await_records(lock);
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
