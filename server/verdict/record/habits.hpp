// SPDX-License-Identifier: MIT
// How a client marks its retries, as far as the journal shows.
#pragma once

#include "verdict/record/record.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::verdict {

/// What attempts of one call have in common: method, URL, body and caller.
std::string identity(const Exchange& exchange);

/// The number in Retry-Attempt, 0 where there is none. A client that appends repeats the line; the
/// last one counts.
int retry_attempt(const Exchange& exchange);

/// A client's habits at Graph, or those of its sign-in library at the token endpoint.
class Habits {
 public:
  void note(const Exchange& request, const std::string& identity);

  /// It sends Retry-Attempt.
  bool numbers_retries() const { return numbers_retries_; }
  /// It repeats client-request-id on a retry.
  bool keeps_ids() const { return kept_ids_ > 0; }
  /// The client-request-id as a mark of one call; empty where there is none, or where other calls
  /// carry it too.
  std::string_view call_id(const Exchange& request) const;

 private:
  struct Use {
    std::string identity{};
    const Exchange* last = nullptr;
    bool repeated = false;
    bool shared = false;  ///< by several calls
  };

  std::map<std::string, Use, std::less<>> ids_{};
  std::size_t kept_ids_ = 0;  ///< repeated, and by one call alone
  bool numbers_retries_ = false;
};

}  // namespace graphfault::verdict
