// SPDX-License-Identifier: MIT
#include "verdict/finding_ids.hpp"

#include <array>

namespace graphfault::verdict {
namespace {

constexpr std::array<std::string_view, 24> kFindingIds{
    "retry-after-honoured",
    "backs-off-without-retry-after",
    "no-immediate-retry",
    "gives-up-in-bounds",
    "retries-transient",
    "no-retry-of-permanent",
    "next-link-followed",
    "no-crafted-skiptoken",
    "empty-page-continued",
    "consistency-level-resent",
    "token-renewed",
    "token-cached",
    "claims-challenge-answered",
    "claims-capability-declared",
    "batch-within-limits",
    "batch-only-failed-retried",
    "failed-dependency-retried-together",
    "delta-resynced",
    "concurrency-conflict-retried-with-delay",
    "precondition-refetched",
    "client-request-id-sent",
    "select-used",
    "page-size-sensible",
    "no-duplicate-create",
};

}  // namespace

std::span<const std::string_view> finding_ids() { return kFindingIds; }

}  // namespace graphfault::verdict
