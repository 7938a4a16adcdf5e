// SPDX-License-Identifier: MIT
// R3: no immediate retry; requests during throttling still count against the limit.
#include "verdict/findings/rules.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

bool allows_immediate(const Exchange& answer) {
  return answer.retry_after && *answer.retry_after <= Duration{};
}

void judge_pause(const Exchange& answer, const Exchange& next, Opinion& opinion) {
  const Duration wait = waited(answer, next);
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(wait).count();
  (wait < kImmediate ? opinion.broken : opinion.kept)
      .push_back({.sequences = {answer.sequence, next.sequence},
                  .text = fmt::format("{}, tried again as #{} after {} ms", label(answer),
                                      next.sequence, millis),
                  .waited = wait});
}

void judge_pauses(const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i + 1 < call.tries.size(); ++i) {
    if (is_transient(*call.tries[i]) && !allows_immediate(*call.tries[i])) {
      judge_pause(*call.tries[i], *call.tries[i + 1], opinion);
    }
  }
}

/// A batch that tries a refused operation again, or a request for the same. What asked to wait is
/// left to retry-after-honoured.
void judge_operation(const Record& record, const Exchange& operation, Opinion& opinion) {
  const Exchange* again = record.next_try(operation);
  const Exchange* next = again == nullptr ? nullptr : record.find(carrier(*again));
  if (next == nullptr ||
      (waited(operation, *next) < kImmediate && record.may_be_of_workers(operation))) {
    return;
  }
  judge_pause(operation, *next, opinion);
}

Opinion judged_operations(const Record& record) {
  Opinion opinion;
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent != 0 && is_transient(operation) && !operation.retry_after) {
      judge_operation(record, operation, opinion);
    }
  }
  return opinion;
}

}  // namespace

Opinion no_immediate_retry(const Record& record) {
  Opinion opinion = judged_operations(record);
  for (const Attempts* call : record.clear_calls()) {
    judge_pauses(*call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
