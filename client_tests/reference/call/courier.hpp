// SPDX-License-Identifier: MIT
// Delivers one request: tries, waits as the service says or backs off, and knows when to stop.
#pragma once

#include "call/environment.hpp"
#include "call/failure.hpp"
#include "pace/patience.hpp"

#include <tl/expected.hpp>

#include <string>

namespace graphclient {

struct Call {
  Request request{};
  /// Doing it twice does no harm, so that it may be sent again when nobody knows whether it
  /// happened (a broken connection, a 504).
  bool repeatable = false;
  bool json_expected = true;  ///< a 2xx whose body is no JSON counts as a broken answer
};

/// A call of a method; GET, HEAD, PUT, DELETE and OPTIONS are repeatable (RFC 9110, 9.2.2).
Call make_call(std::string method, std::string url);
/// True for what passes with time: 429, 503, 504, 509, and 409 Directory_ConcurrencyViolation.
bool is_temporary(const ServiceError& error);
/// For the progress line: "throttled", "service unavailable", ...
std::string reason_to_wait(const ServiceError& error);

class Courier {
 public:
  Courier(const Environment& environment, const Patience& patience);

  /// The 2xx or 3xx answer, or why there is none. Every attempt carries a client-request-id of its
  /// own. Blocks; sleeps on the environment's clock only.
  tl::expected<Reply, Failure> deliver(const Call& call, const Deadline& deadline);
  const Environment& environment() const { return environment_; }
  const Patience& patience() const { return patience_; }

 private:
  struct Attempt;
  Attempt try_once(const Call& call, int attempt);
  /// How long to wait before the next attempt, or the failure where none is to come.
  tl::expected<Milliseconds, Failure> next_wait(const Attempt& tried, const Deadline& deadline);

  Environment environment_;
  Patience patience_;
};

}  // namespace graphclient
