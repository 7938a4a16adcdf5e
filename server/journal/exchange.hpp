// SPDX-License-Identifier: MIT
// One request and its answer, as a tenant's journal keeps them and the verdict reads them. Tokens
// and secrets are redacted before they get here.
#pragma once

#include "base/clock.hpp"
#include "graph/paths/surface.hpp"
#include "graph/tokens/token_state.hpp"
#include "http/headers.hpp"
#include "scenario/mismatch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::journal {

/// A body as far as it is kept.
struct KeptBody {
  std::string text{};      ///< the first bytes, at most kBodyKept
  std::uint64_t size = 0;  ///< of the whole
  bool cut = false;

  bool operator==(const KeptBody&) const = default;
};
inline constexpr std::size_t kBodyKept = 16 * 1024;

/// Which rule and step answered.
struct PlayedStep {
  std::string scenario{};
  int rule = 0;  ///< from 1; 0: emulation
  int step = 0;  ///< from 1
  std::string rule_name{};
  bool repeated =
      false;  ///< the answer to a request inside an open Retry-After window: no step was played

  bool operator==(const PlayedStep&) const = default;
};

/// The rule that came nearest to an unmatched request, and why it did not match.
struct NearMiss {
  int rule = 0;  ///< 0: there is none
  std::string rule_name{};
  scenario::Mismatch why{};
  std::string reason{};  ///< `why` in words

  bool operator==(const NearMiss&) const = default;
};

/// The caller as its token says; empty strings where there is none.
struct CallerSummary {
  std::string token_id{};  ///< a stable short fingerprint (never the token), for "same token"
  std::string app{};
  std::optional<graph::TokenState>
      state{};  ///< nothing where nobody asks: sign-in, handshakes, strays
  std::vector<std::string>
      claims{};  ///< names of the challenge claims it carries: `acrs=c1`, `nbf`, `xms_cc=cp1`

  bool operator==(const CallerSummary&) const = default;
};

/// What stands for a method where a rule has played a TLS handshake (Surface::handshake).
inline constexpr const char* kHandshakeMethod = "TLS handshake";

/// A new member goes into the list of exchange_members.hpp, too.
struct Exchange {
  std::uint64_t sequence = 0;  ///< from 1, in the order of the atomic step
  std::uint64_t parent = 0;    ///< the batch's sequence for an operation inside one, else 0
  std::string operation{};     ///< the operation's id inside its batch
  int position = 0;            ///< of the operation inside its batch, from 1; 0: no operation
  std::vector<std::string> depends_on{};

  Instant begun{};                ///< the request was whole and its turn was taken
  Instant tenant_begun{};         ///< the same on the tenant's clock
  std::optional<Instant> left{};  ///< the answer began to leave (tenant windows open here)
  std::optional<Instant>
      sent{};  ///< its last byte was handed to the kernel, or the connection ended
  std::uint64_t bytes = 0;
  bool aborted = false;

  graph::Surface surface = graph::Surface::graph;
  std::string version{};  ///< `v1.0` or `beta`; empty where the path has none, and for sign-in
  std::string method{};
  std::string url{};    ///< scheme, host and target as the client sent them
  std::string path{};   ///< canonical: without prefix and version
  std::string query{};  ///< as sent
  http::Headers request_headers{};
  KeptBody request_body{};
  std::string
      body_hash{};  ///< of the whole request body, for "the same call"; empty where there is none
  CallerSummary caller{};

  int status = 0;      ///< 0: nothing was answered (reset, close, stall)
  std::string code{};  ///< error.code of the answer, where it is an error
  http::Headers response_headers{};
  KeptBody response_body{};
  std::string fault{};  ///< as the format names it, empty where there is none
  std::optional<Duration>
      retry_after{};  ///< the wait that the answer asked for, on the tenant's clock

  /// Which of its scenario's `verdict.requests` it is one of: indexes, ascending. Settled when it
  /// came, before anything was cut off or redacted.
  std::vector<std::uint32_t> counted{};

  std::string issued_token{};  ///< the fingerprint of the token that sign-in issued by it; a later
                               ///< call has it as caller.token_id

  PlayedStep played{};
  NearMiss nearest{};

  bool operator==(const Exchange&) const = default;
};

}  // namespace graphfault::journal
