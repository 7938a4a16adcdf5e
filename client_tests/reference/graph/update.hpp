// SPDX-License-Identifier: MIT
// Changing one object without losing somebody else's change.
#pragma once

#include "graph/session.hpp"
#include "wire/json.hpp"

#include <string>

namespace graphclient {

struct UpdateOutcome {
  int writes = 0;        ///< times the write was sent, 412s included
  bool guarded = false;  ///< the object had an ETag, so the write carried If-Match
  int status = 0;        ///< of the write that succeeded
};

/// Reads the object at `path`, writes `changes` with If-Match, and on a 412 (somebody wrote in
/// between) reads and writes again, three writes at most. A lock (423) is reported, not waited for.
tl::expected<UpdateOutcome, Failure> update_object(Session& session, const std::string& path,
                                                   const Json& changes);

}  // namespace graphclient
