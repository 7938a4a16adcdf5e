// SPDX-License-Identifier: MIT
#include "engine/callers/challenge.hpp"

#include "graph/tokens/claims_challenge.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace graphfault::engine {
namespace {

constexpr std::array<std::string_view, 5> kAfterRevocation = {
    "token-revoked", "token-revoked-older", "token-location", "token-outdated-policies",
    "claims-challenge-required"};

std::string challenge_for(const graph::GraphError& error, const ChallengeValues& values) {
  if (values.claims != nullptr) {
    return graph::claims_challenge(*values.claims, values.base);
  }
  if (error.code == "insufficient_claims" ||
      values.catalogue_id.substr(0, std::string_view("insufficient-claims").size()) ==
          "insufficient-claims") {
    return graph::claims_challenge(graph::step_up_request(), values.base);
  }
  if (std::find(kAfterRevocation.begin(), kAfterRevocation.end(), values.catalogue_id) !=
      kAfterRevocation.end()) {
    return graph::claims_challenge(graph::revocation_request(values.not_before), values.base);
  }
  return error.status == 401 ? graph::plain_challenge(values.base) : std::string();
}

}  // namespace

void add_challenge(graph::GraphError& error, const ChallengeValues& values) {
  if (error.headers.contains("WWW-Authenticate")) {
    return;
  }
  if (std::string challenge = challenge_for(error, values); !challenge.empty()) {
    error.headers.add("WWW-Authenticate", std::move(challenge));
  }
}

}  // namespace graphfault::engine
