// SPDX-License-Identifier: MIT
#include "engine/tenants/turn.hpp"

#include "base/random.hpp"
#include "engine/answers/answer_call.hpp"
#include "engine/answers/batch_run.hpp"
#include "engine/answers/compose.hpp"
#include "engine/answers/journal_entry.hpp"
#include "http/target.hpp"

#include <mutex>
#include <utility>

namespace graphfault::engine {
namespace {

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

/// Notes the numbers that are taken while it lives, however that ends.
class Turn::Numbers {
 public:
  explicit Numbers(Turn& turn) : turn_(turn) {
    turn_.resets_ = turn_.tenant_.resets;
    turn_.first_ = turn_.tenant_.journal.last_sequence() + 1;
  }
  ~Numbers() { turn_.last_ = turn_.tenant_.journal.last_sequence(); }
  Numbers(const Numbers&) = delete;
  Numbers& operator=(const Numbers&) = delete;

 private:
  Turn& turn_;
};

Turn::Turn(TenantCore& tenant, Call&& call) : tenant_(tenant), call_(std::move(call)) {}

Turn::~Turn() {
  if (!settled_) {
    give_up();
  }
}

AnswerContext Turn::context() const {
  return {.tenant = tenant_.identity, .scenario = *scenario_, .stamp = stamp_};
}

http::Answer Turn::answer() {
  if (records()) {
    body_hash_ = hash_of_body(call_.request.body);
  }
  play();
  http::Answer answer = compose();
  record(answer);
  return answer;
}

// The one atomic step: match, advance, and open what an answer without a delay opens.
void Turn::play() {
  const std::lock_guard lock(tenant_.mutex);
  const Numbers numbers(*this);
  TenantState& work = *tenant_.work;
  tenant_.journal.next_sequence();
  scenario_ = work.scenario;
  call_.tenant_now = tenant_.clock(call_.received);
  stamp_ =
      graph::make_stamp(work.random.guid(), call_.request.headers, tenant_.wall(call_.received));
  take_id_of_sign_in(call_, stamp_);
  outcome_ = engine::answer_call(call_, {.tenant = tenant_.identity,
                                         .state = work,
                                         .journal = tenant_.journal,
                                         .stamp = stamp_,
                                         .sequence = first_});
  tenant_.under_way.begin();
  under_way_ = true;
  if (delay_of(outcome_, *scenario_) > Duration::zero()) {
    tenant_.under_way.wait(first_, std::move(outcome_.aftermath));
  } else {
    tenant_.leave(std::move(outcome_.aftermath), call_.received);
    left_ = call_.received;
  }
}

http::Answer Turn::compose() {
  if (outcome_.batch != nullptr) {
    finish_batch(outcome_, context(), records() ? &operations_ : nullptr);
  }
  http::Answer answer = compose_answer(outcome_, call_, context());
  answer.ticket = {.tenant = tenant_.identity.serial, .resets = resets_, .sequence = first_};
  return answer;
}

void Turn::record(const http::Answer& answer) {
  std::optional<journal::PackedExchange> own;
  if (records()) {
    journal::Exchange exchange = entry_of(std::move(call_), outcome_, answer.response, context(),
                                          {.sequence = first_, .body_hash = std::move(body_hash_)});
    exchange.left = left_;
    own = journal::pack(exchange);
  }
  keep(std::move(own));
}

// Nothing is kept of a call from before a reset.
void Turn::keep(std::optional<journal::PackedExchange>&& own) {
  const std::lock_guard lock(tenant_.mutex);
  if (tenant_.is_current(resets_)) {
    for (journal::PackedExchange& operation : operations_) {
      tenant_.journal.record(std::move(operation));
    }
    if (own) {
      tenant_.journal.record(*std::move(own));
    }
    for (std::uint64_t number = first_; !records() && number <= last_; ++number) {
      tenant_.journal.pass_over(number);
    }
  }
  settled_ = true;
  tenant_.tell_readers();
}

void Turn::give_up() noexcept {
  const std::lock_guard lock(tenant_.mutex);
  if (under_way_) {
    tenant_.under_way.end();
  }
  if (tenant_.is_current(resets_)) {
    tenant_.under_way.take(first_);
    for (std::uint64_t number = last_; number >= first_ && number != 0; --number) {
      tenant_.journal.give_back(number);
    }
  }
  tenant_.tell_readers();
}

}  // namespace graphfault::engine
