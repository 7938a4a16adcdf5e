// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "graph/errors/graph_error.hpp"

#include <string_view>

namespace graphfault::engine {

struct ChallengeValues {
  std::string_view catalogue_id{};  ///< of the error
  std::string_view base{};          ///< as in Call: authorization_uri points there
  Instant not_before{};             ///< what a revocation asks of the next token
  const Json* claims = nullptr;     ///< a step's `claims`; null where it has none
};

/// Adds the WWW-Authenticate that belongs to an error, unless it has one: a claims challenge where
/// claims are given, for the insufficient_claims entries (a step-up) and those of a revocation; the
/// plain challenge for any other 401.
void add_challenge(graph::GraphError& error, const ChallengeValues& values);

}  // namespace graphfault::engine
