// SPDX-License-Identifier: MIT
// The parts of a `when`, inside scenario/when*.cpp. A new part is its row here, with all that is to
// know of it in one file, and its place in the list of when.cpp.
#pragma once

#include "scenario/when.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace graphfault::scenario {

/// What fails: which of the part's tests, 0 where it has but one. Nothing: it holds.
using Failure = std::optional<std::size_t>;
inline Failure unless(bool holds) { return holds ? Failure() : Failure(0); }

struct WhenPart {
  Mismatch::Part part;
  /// Nothing too where the condition does not have that part.
  Failure (*failure)(const When& when, const Asked& asked);
  /// True where `a` asks nothing here that `b` doesn't ask. Never true wrongly.
  bool (*covers)(const When& a, const When& b);
  std::string (*reason)(const When& when, std::size_t failed);
};

// when_place.cpp: what is called, and how.
extern const WhenPart kPathPart;
extern const WhenPart kHostPart;
extern const WhenPart kVersionPart;
extern const WhenPart kMethodPart;
extern const WhenPart kBatchPart;
extern const WhenPart kOperationPart;
// when_content.cpp: what the request says.
extern const WhenPart kQueryPart;
extern const WhenPart kHeaderPart;
extern const WhenPart kPagePart;
extern const WhenPart kBodyPart;
// when_token.cpp: who calls.
extern const WhenPart kTokenStatePart;
extern const WhenPart kTokenPart;

}  // namespace graphfault::scenario
