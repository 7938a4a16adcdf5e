// SPDX-License-Identifier: MIT
// R3: no immediate retry; requests during throttling still count against the limit.
#include "verdict/rules.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

/// A retry sooner than this did not wait at all.
constexpr Duration kImmediate = std::chrono::milliseconds(100);

bool allows_immediate(const Exchange& answer) {
  return answer.retry_after && *answer.retry_after <= Duration{};
}

}  // namespace

Opinion no_immediate_retry(const Record& record) {
  Opinion opinion;
  for (const Attempts& call : record.calls()) {
    for (std::size_t i = 0; !call.unclear && i + 1 < call.tries.size(); ++i) {
      const Exchange& answer = *call.tries[i];
      const Exchange& next = *call.tries[i + 1];
      if (!is_transient(answer) || allows_immediate(answer)) {
        continue;
      }
      const Duration waited = record.waited(answer, next);
      const Evidence evidence{
          .sequences = {answer.sequence, next.sequence},
          .text =
              fmt::format("{}, tried again as #{} after {} ms", label(answer), next.sequence,
                          std::chrono::duration_cast<std::chrono::milliseconds>(waited).count()),
          .waited = waited};
      (waited < kImmediate ? opinion.broken : opinion.kept).push_back(evidence);
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
