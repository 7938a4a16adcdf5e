// SPDX-License-Identifier: MIT
// What every answer says about itself, in headers and in innerError alike.
#pragma once

#include "base/clock.hpp"
#include "http/headers.hpp"

#include <string>

namespace graphfault::graph {

struct AnswerStamp {
  std::string request_id{};         ///< a GUID, in the header and in innerError
  std::string client_request_id{};  ///< the request's own, else the same as request_id
  Instant wall{};                   ///< Date and innerError.date: the wall clock, not the tenant's
};

/// Takes client-request-id from the request's headers where it is there and not blank (cut at 128
/// characters).
AnswerStamp make_stamp(std::string request_id, const http::Headers& request, Instant wall);

}  // namespace graphfault::graph
