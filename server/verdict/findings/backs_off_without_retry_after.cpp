// SPDX-License-Identifier: MIT
// R2, R5: without Retry-After the waits grow.
#include "verdict/rules.hpp"
#include "verdict/waits.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

/// How much shorter than the wait before it a wait may be, for jitter.
constexpr double kJitter = 0.75;

void judge_call(const Record& record, const Attempts& call, Opinion& opinion) {
  Duration first{};
  Duration before{};
  for (std::size_t i = 0; i + 1 < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    const Exchange& next = *call.tries[i + 1];
    if (!is_transient(answer) || answer.retry_after) {
      first = before = {};
      continue;
    }
    const Duration wait = record.waited(answer, next);
    if (before > Duration{}) {
      const bool shrank =
          std::chrono::duration<double>(wait) < kJitter * std::chrono::duration<double>(before);
      const bool grew = wait > first;
      const Evidence evidence{
          .sequences = {answer.sequence, next.sequence},
          .text = fmt::format("{} without Retry-After: waited {} after {}", label(answer),
                              wait_length(wait), wait_length(before)),
          .waited = wait};
      (shrank || !grew ? opinion.broken : opinion.kept).push_back(evidence);
    } else {
      first = wait;
    }
    before = wait;
  }
}

}  // namespace

Opinion backs_off_without_retry_after(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_call(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
