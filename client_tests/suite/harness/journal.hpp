// SPDX-License-Identifier: MIT
// A tenant's journal, as the control API gives it.
#pragma once

#include "pace/clock.hpp"
#include "wire/json.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace graphclient::suite {

struct Entry {
  std::string method{};
  std::string path{};
  std::string query{};
  int status = 0;
  std::string code{};
  std::string fault{};
  int rule = 0;
  int step = 0;
  bool repeated = false;    ///< it came too early
  std::string operation{};  ///< the id, inside a batch
  std::string caller_state{};
  Instant begun{};  ///< on the tenant's clock
  Instant left{};   ///< on the tenant's clock; begun where not known
  std::optional<Milliseconds> retry_after{};
  Json request_headers{};
  std::string request_body{};
  Json response_headers{};
  std::string response_body{};  ///< as far as the journal keeps it
  std::vector<Entry> operations{};

  /// The first header of that name, or "".
  std::string request_header(const std::string& name) const;
  std::string response_header(const std::string& name) const;
  /// `GET /users 429 rule 1 step 2`, `GET /users 200`, `GET /users 429 rule 1 step 2 early`.
  std::string line() const;
};
using Journal = std::vector<Entry>;

Journal read_journal(const Json& answer);
/// Without the calls for a token.
Journal graph_calls(const Journal& journal);
Journal token_calls(const Journal& journal);
std::vector<std::string> lines(const Journal& journal);

/// Every answer that named a wait was followed, where the same call came again, no sooner than
/// that; no call was early.
::testing::AssertionResult waits_kept(const Journal& journal);
/// From the answer to the next call.
Milliseconds wait_between(const Entry& answer, const Entry& next);

}  // namespace graphclient::suite
