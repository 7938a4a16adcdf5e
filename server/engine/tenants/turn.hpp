// SPDX-License-Identifier: MIT
// A call's turn in a tenant: played under its lock, composed and recorded after it.
#pragma once

#include "engine/answers/outcome.hpp"
#include "engine/calls/call.hpp"
#include "engine/tenants/tenant_core.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "http/wire_plan.hpp"
#include "journal/packed_exchange.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::engine {

/// Whatever ends it, nobody waits for it afterwards: a turn that was not recorded gives its numbers
/// back and is no longer under way. What its step did to the tenant stays.
class Turn {
 public:
  /// Takes the tenant's lock by itself, briefly.
  Turn(TenantCore& tenant, Call&& call);
  ~Turn();
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  /// The answer with its ticket; to be called once.
  http::Answer answer();

 private:
  class Numbers;

  void play();
  http::Answer compose();
  void record(const http::Answer& answer);
  void keep(std::optional<journal::PackedExchange>&& own);
  bool records() const { return tenant_.identity.options.journal_bytes > 0; }
  AnswerContext context() const;
  void give_up() noexcept;

  TenantCore& tenant_;
  Call call_;
  std::string body_hash_{};
  std::shared_ptr<const scenario::Scenario> scenario_{};  // outcome_ points into it
  graph::AnswerStamp stamp_{};
  Outcome outcome_{};
  std::vector<journal::PackedExchange> operations_{};
  std::optional<Instant> left_{};  // at once, without a delay
  // What the tenant counts on: the numbers from first_ to last_, and an answer under way.
  std::uint64_t resets_ = 0;
  std::uint64_t first_ = 0;
  std::uint64_t last_ = 0;
  bool under_way_ = false;
  bool settled_ = false;
};

}  // namespace graphfault::engine
