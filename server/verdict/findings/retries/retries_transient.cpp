// SPDX-License-Identifier: MIT
// R4, R5: come back after 429, 503, 504 and 509.
#include "verdict/findings/rules.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// A create that may have happened: whether it is sent again is no-duplicate-create's affair.
bool is_unclear_create(const Exchange& answer) {
  return answer.method == "POST" && answer.status == 504 && !is_sign_in(answer) &&
         !is_batch(answer);
}

/// Where the URL was asked for again, but the journal can't tell for which call, nothing is said.
void note(const Record& record, const Exchange& answer, bool came_back, Opinion& opinion) {
  const Evidence evidence{.sequences = {answer.sequence}, .text = label(answer)};
  if (!came_back && (is_unclear_create(answer) || record.asked_again(answer))) {
    return;
  }
  if (came_back) {
    opinion.kept.push_back(evidence);
  } else if (record.still_waiting(answer)) {
    opinion.open.push_back(evidence);
  } else {
    opinion.broken.push_back(
        {.sequences = {answer.sequence}, .text = label(answer) + ", never tried again"});
  }
}

}  // namespace

Opinion retries_transient(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    const auto first = std::ranges::find_if(
        call->tries, [](const Exchange* attempt) { return is_transient(*attempt); });
    if (first != call->tries.end()) {
      note(record, **first, *first != call->tries.back(), opinion);
    }
  }
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent != 0 && is_transient(operation)) {
      note(record, operation, record.next_try(operation) != nullptr, opinion);
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
