// SPDX-License-Identifier: MIT
// R6: 400, 401 with the same token, 403, 404 and the like are not repeated unchanged.
#include "verdict/rules.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

bool is_permanent(const Exchange& answer) {
  switch (answer.status) {
    case 400:
    case 401:
    case 402:
    case 403:
    case 404:
    case 405:
    case 406:
    case 411:
    case 413:
    case 414:
    case 415:
    case 416:
    case 422:
    case 431:
    case 501:
    case 507:
      return true;
    default:
      return false;
  }
}

/// A 401 may be repeated with another token; so may a 403, when the new token holds more. A sign-in
/// that waits for the user's device code is asked again by design.
bool may_repeat(const Exchange& answer, const Exchange& next) {
  if (answer.status == 401 || answer.status == 403) {
    return answer.caller.token_id != next.caller.token_id;
  }
  return answer.code == "authorization_pending" || answer.code == "slow_down";
}

/// A write in between may have changed what the answer rests on.
bool written_between(const Record& record, const Exchange& from, const Exchange& to) {
  for (const Exchange* request : record.requests()) {
    if (request->sequence > from.sequence && request->sequence < to.sequence &&
        !is_read(*request) && !is_token_request(*request) && is_success(*request)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Opinion no_retry_of_permanent(const Record& record) {
  Opinion opinion;
  for (const Attempts& call : record.calls()) {
    for (std::size_t i = 0; !call.unclear && i < call.tries.size(); ++i) {
      const Exchange& answer = *call.tries[i];
      if (!is_permanent(answer)) {
        continue;
      }
      const Exchange* next = i + 1 < call.tries.size() ? call.tries[i + 1] : nullptr;
      if (next == nullptr || may_repeat(answer, *next) || written_between(record, answer, *next)) {
        opinion.kept.push_back({.sequences = {answer.sequence}, .text = label(answer)});
      } else {
        opinion.broken.push_back(
            {.sequences = {answer.sequence, next->sequence},
             .text = fmt::format("{}, repeated unchanged as #{}", label(answer), next->sequence)});
      }
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
