// SPDX-License-Identifier: MIT
#include "scenario/when.hpp"

#include "scenario/when_parts.hpp"

#include <algorithm>
#include <array>

namespace graphfault::scenario {
namespace {

/// In the order in which they are asked, which is that of Mismatch::Part: the body is read last.
constexpr std::array<const WhenPart*, 12> kParts{
    &kPathPart,  &kHostPart,   &kVersionPart, &kMethodPart,     &kBatchPart, &kOperationPart,
    &kQueryPart, &kHeaderPart, &kPagePart,    &kTokenStatePart, &kTokenPart, &kBodyPart};

std::optional<Mismatch> first_failure(const When& when, const Asked& asked, std::size_t from) {
  for (std::size_t i = from; i < kParts.size(); ++i) {
    if (const Failure failed = kParts[i]->failure(when, asked)) {
      return Mismatch{.part = kParts[i]->part, .index = *failed};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Mismatch> mismatch(const When& when, const Asked& asked) {
  return first_failure(when, asked, 1);
}

bool matches(const When& when, const Asked& asked) { return !first_failure(when, asked, 0); }

bool covers(const When& a, const When& b) {
  return std::all_of(kParts.begin(), kParts.end(),
                     [&](const WhenPart* part) { return part->covers(a, b); });
}

std::string describe(const Mismatch& mismatch, const When& when) {
  const auto* const part =
      std::find_if(kParts.begin(), kParts.end(),
                   [&](const WhenPart* candidate) { return candidate->part == mismatch.part; });
  return part == kParts.end() ? "all its steps have been played"
                              : (*part)->reason(when, mismatch.index);
}

bool asks_for_token_state(const When& when) { return when.token && !when.token->states.empty(); }

}  // namespace graphfault::scenario
