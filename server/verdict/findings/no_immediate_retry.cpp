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

void judge(const Exchange& answer, const Exchange& next, Opinion& opinion) {
  const Duration wait = waited(answer, next);
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(wait).count();
  (wait < kImmediate ? opinion.broken : opinion.kept)
      .push_back({.sequences = {answer.sequence, next.sequence},
                  .text = fmt::format("{}, tried again as #{} after {} ms", label(answer),
                                      next.sequence, millis),
                  .waited = wait});
}

void judge_call(const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i + 1 < call.tries.size(); ++i) {
    if (is_transient(*call.tries[i]) && !allows_immediate(*call.tries[i])) {
      judge(*call.tries[i], *call.tries[i + 1], opinion);
    }
  }
}

}  // namespace

Opinion no_immediate_retry(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_call(*call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
