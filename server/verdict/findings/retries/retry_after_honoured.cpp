// SPDX-License-Identifier: MIT
// R1, R5, R16: wait at least Retry-After before repeating; inside batches the longest.
#include "verdict/findings/rules.hpp"
#include "verdict/record/waits.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

void judge_wait(const Record& record, const Wait& wait, Opinion& opinion) {
  const Evidence evidence{.sequences = {wait.answer->sequence, wait.next->sequence},
                          .text = wait_text(wait),
                          .due = wait.due,
                          .waited = wait.waited};
  const bool kept = wait.waited + record.options().tolerance >= wait.due;
  (kept ? opinion.kept : opinion.broken).push_back(evidence);
}

void judge_waits(const Record& record, const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    const Duration due = asked_wait(answer);
    if (due <= Duration{}) {
      continue;
    }
    if (i + 1 < call.tries.size()) {
      const Exchange& next = *call.tries[i + 1];
      judge_wait(record, {&answer, &next, due, waited(answer, next)}, opinion);
    } else if (record.still_waiting(answer)) {
      opinion.open.push_back({.sequences = {answer.sequence}, .text = label(answer), .due = due});
    }
  }
}

}  // namespace

Opinion retry_after_honoured(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_waits(record, *call, opinion);
  }
  for (const Wait& wait : batch_waits(record)) {
    judge_wait(record, wait, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
