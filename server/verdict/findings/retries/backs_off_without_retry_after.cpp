// SPDX-License-Identifier: MIT
// R2, R5: without Retry-After the waits grow.
#include "verdict/findings/rules.hpp"
#include "verdict/record/waits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace graphfault::verdict {
namespace {

/// How much shorter than the wait before it a wait may be, for jitter.
constexpr double kJitter = 0.75;
/// How much longer than the first the last has to be.
constexpr double kGrowth = 1.1;

/// The waits of one call after answers without Retry-After, one after the other.
using Run = std::vector<Wait>;

Evidence evidence_of(const Run& run, std::size_t at) {
  return {.sequences = {run[at].answer->sequence, run[at].next->sequence},
          .text = fmt::format("{} without Retry-After: waited {}, the time before {}",
                              label(*run[at].answer), wait_length(run[at].waited),
                              wait_length(run[at - 1].waited)),
          .waited = run[at].waited};
}

double share(Duration wait, Duration of) {
  using Seconds = std::chrono::duration<double>;
  return Seconds(wait) / std::max(Seconds(of), Seconds(1e-9));
}

/// Of two waits that differ by no more than jitter nobody can tell whether they were to grow.
bool may_be_jitter(const Run& run, Duration tolerance) {
  const Duration apart = run.back().waited - run.front().waited;
  return run.size() == 2 && std::max(apart, -apart) > tolerance;
}

void judge_run(const Record& record, const Run& run, Opinion& opinion) {
  for (std::size_t i = 1; i < run.size(); ++i) {
    if (share(run[i].waited, run[i - 1].waited) < kJitter) {
      opinion.broken.push_back(evidence_of(run, i));
      return;
    }
  }
  if (run.size() < 2) {
    return;
  }
  if (share(run.back().waited, run.front().waited) >= kGrowth) {
    opinion.kept.push_back(evidence_of(run, run.size() - 1));
  } else if (!may_be_jitter(run, record.options().tolerance)) {
    opinion.broken.push_back(evidence_of(run, run.size() - 1));
  }
}

bool asks_for_back_off(const Exchange& answer) {
  return is_transient(answer) && !answer.response_headers.contains("Retry-After") &&
         !answer.retry_after;
}

void judge_backoff(const Record& record, const Attempts& call, Opinion& opinion) {
  Run run;
  for (std::size_t i = 0; i + 1 < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    const Exchange& next = *call.tries[i + 1];
    if (asks_for_back_off(answer)) {
      run.push_back({.answer = &answer, .next = &next, .waited = waited(answer, next)});
    } else {
      judge_run(record, run, opinion);
      run.clear();
    }
  }
  judge_run(record, run, opinion);
}

}  // namespace

Opinion backs_off_without_retry_after(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_backoff(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
