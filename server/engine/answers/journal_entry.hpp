// SPDX-License-Identifier: MIT
// A played call as the journal keeps it.
#pragma once

#include "engine/answers/outcome.hpp"
#include "journal/exchange.hpp"

#include <string>
#include <string_view>

namespace graphfault::engine {

/// Everything the journal keeps of an exchange but its times of leaving. Takes the call apart;
/// secrets are redacted. `sequence` and `parent` as in Exchange.
struct EntryValues {
  std::uint64_t sequence = 0;
  std::uint64_t parent = 0;
  std::string body_hash{};  ///< hash_of_body(), made before the lock is taken where it can be
};
journal::Exchange entry_of(Call&& call, const Outcome& outcome, const http::Response& response,
                           const AnswerContext& context, EntryValues values);

/// For a request that belongs to no tenant.
journal::Exchange entry_of_stray(http::Request&& request, const http::Response& response,
                                 Instant received);

/// Hexadecimal; empty for an empty body.
std::string hash_of_body(std::string_view body);

}  // namespace graphfault::engine
