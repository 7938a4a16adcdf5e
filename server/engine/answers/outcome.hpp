// SPDX-License-Identifier: MIT
// What playing a call came to, before it is put into bytes.
#pragma once

#include "base/clock.hpp"
#include "engine/calls/call.hpp"
#include "engine/rules/windows.hpp"
#include "engine/state/tenant_state.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "graph/errors/graph_error.hpp"
#include "http/message.hpp"
#include "journal/journal.hpp"
#include "scenario/model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace graphfault::engine {

/// A `reply`, or an answer of sign-in: its headers are complete but for those every answer has.
struct AuthoredReply {
  http::Response response{};
  bool whole = false;  ///< not even those are missing
  std::string code{};  ///< `error.code` of its body, or the `error` of a sign-in's; empty: no error
};
using Made = std::variant<graph::GraphError, Emulated, AuthoredReply>;

/// A window that opens when the answer leaves.
struct OpeningWindow {
  std::string key{};
  Duration lasts{};
  const scenario::Rule* rule = nullptr;
  std::size_t step = 0;
};
/// An effect that happens when the answer leaves.
struct DueEffect {
  scenario::Effects effects{};
  std::string token_id{};
};
/// What an answer's leaving brings about.
struct Aftermath {
  std::vector<OpeningWindow> windows{};
  std::vector<DueEffect> effects{};

  bool empty() const { return windows.empty() && effects.empty(); }
};

struct PlayedBatch;

struct Outcome {
  Made made = graph::GraphError{};
  const scenario::Rule* rule = nullptr;  ///< null: emulation
  std::size_t step = 0;                  ///< from 0
  bool repeated = false;                 ///< by an open window
  const scenario::Fault* fault = nullptr;
  Duration delay{};                       ///< without the tenant's
  std::optional<Duration> retry_after{};  ///< the wait that the answer asks for
  Aftermath aftermath{};
  journal::NearMiss nearest{};
  std::vector<std::uint32_t> counted{};  ///< as in Exchange
  std::string hint{};
  graph::Unknown unknown = graph::Unknown::nothing;  ///< of the call: why nothing could answer it
  std::string issued_token{};                        ///< by sign-in: its fingerprint
  /// Of a batch: what `made` still lacks, which finish_batch() puts there.
  std::shared_ptr<PlayedBatch> batch{};

  /// Nobody knows its path: neither a rule nor the emulation.
  bool is_unmatched() const { return rule == nullptr && unknown != graph::Unknown::nothing; }
};

struct PlayedOperation {
  Call call{};
  Outcome outcome{};
  std::uint64_t sequence = 0;
};
/// The operations of a batch, all of them played, none composed.
struct PlayedBatch {
  std::uint64_t sequence = 0;
  std::vector<PlayedOperation> operations{};
};

/// What composing and recording an answer looks at; none of it changes. References live as long as
/// the call.
struct AnswerContext {
  const TenantIdentity& tenant;
  const scenario::Scenario& scenario;
  const graph::AnswerStamp& stamp;
};

/// What playing a call works on. References live as long as the call.
struct CallContext {
  const TenantIdentity& tenant;
  TenantState& state;
  journal::Journal& journal;
  const graph::AnswerStamp& stamp;
  std::uint64_t sequence = 0;  ///< of the exchange on the wire

  Judging judging(Instant tenant_now) const {
    return {.tenant = tenant.text,
            .accept = state.scenario->tenant.tokens.accept,
            .now = tenant_now,
            .revoked = &state.revoked,
            .expired = &state.expired};
  }
};

}  // namespace graphfault::engine
