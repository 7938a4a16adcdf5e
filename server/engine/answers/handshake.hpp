// SPDX-License-Identifier: MIT
// A TLS handshake as a tenant's rules see it.
#pragma once

#include "base/clock.hpp"
#include "engine/state/tenant_state.hpp"
#include "journal/exchange.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace graphfault::engine {

/// What is known before there is a request.
struct Knock {
  std::string host{};  ///< that the client calls: SNI, else CONNECT's; empty: an address
  Instant now{};
};

/// The step whose turn it is.
struct HandshakeChoice {
  const scenario::Rule* rule = nullptr;  ///< null: none
  std::size_t step = 0;
};

/// Matches and advances. REQUIRES: the tenant's lock.
HandshakeChoice choose_handshake(TenantState& state, const std::string& host);

/// How the journal keeps a handshake that a rule has played.
journal::Exchange entry_of_handshake(const Knock& knock, const HandshakeChoice& choice,
                                     const scenario::Scenario& scenario);

}  // namespace graphfault::engine
