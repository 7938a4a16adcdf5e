// SPDX-License-Identifier: MIT
// R7: 409 Directory_ConcurrencyViolation is tried again after a short delay.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {
namespace {

constexpr Duration kShortest = std::chrono::milliseconds(100);

bool is_conflict(const Exchange& answer) {
  return answer.status == 409 && answer.code == "Directory_ConcurrencyViolation";
}

void judge_last_conflict(const Record& record, const Exchange& answer, Opinion& opinion) {
  (record.still_waiting(answer) ? opinion.open : opinion.broken)
      .push_back({.sequences = {answer.sequence}, .text = label(answer) + ", never tried again"});
}

void judge_retry(const Exchange& answer, const Exchange& next, Opinion& opinion) {
  const Duration wait = waited(answer, next);
  (wait >= kShortest ? opinion.kept : opinion.broken)
      .push_back(
          {.sequences = {answer.sequence, next.sequence}, .text = label(answer), .waited = wait});
}

void judge_conflicts(const Record& record, const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    if (is_conflict(answer) && i + 1 == call.tries.size()) {
      judge_last_conflict(record, answer, opinion);
    } else if (is_conflict(answer)) {
      judge_retry(answer, *call.tries[i + 1], opinion);
    }
  }
}

}  // namespace

Opinion concurrency_conflict_retried_with_delay(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_conflicts(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
