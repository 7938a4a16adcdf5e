// SPDX-License-Identifier: MIT
// R4: keep retrying, bounded by a policy. The SDKs' hard maximum is 10 retries; the design of the
// SDKs allows 1800 s.
#include "verdict/findings/rules.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

constexpr std::size_t kMaxAttempts = 11;
constexpr Duration kMaxTime = std::chrono::seconds(1800);

}  // namespace

Opinion gives_up_in_bounds(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    if (call->tries.size() < 2 || awaits_user(*call->tries.front())) {
      continue;
    }
    const Exchange& first = *call->tries.front();
    const Exchange& last = *call->tries.back();
    const Duration took = last.tenant_begun - first.tenant_begun;
    const Evidence evidence{
        .sequences = {first.sequence, last.sequence},
        .text = fmt::format("{}: {} attempts in {} s", label(first), call->tries.size(),
                            std::chrono::duration_cast<std::chrono::seconds>(took).count())};
    const bool bounded = call->tries.size() <= kMaxAttempts && took <= kMaxTime;
    (bounded ? opinion.kept : opinion.broken).push_back(evidence);
  }
  return opinion;
}

}  // namespace graphfault::verdict
