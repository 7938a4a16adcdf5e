// SPDX-License-Identifier: MIT
// R6: 400, 401 with the same token, 403, 404 and the like are not repeated unchanged.
#include "verdict/findings/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

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
  return awaits_user(answer);
}

/// A write in between may have changed what the answer rests on.
bool written_between(const Record& record, const Exchange& from, const Exchange& to) {
  return std::ranges::any_of(record.exchanges_between(from, &to), [](const Exchange& other) {
    return !is_read(other) && !is_batch(other) && !is_token_request(other) && is_success(other);
  });
}

/// A page in between that offers this very link, as when a list is read again from its beginning:
/// following it is a new call.
bool offered_between(const Record& record, const Exchange& from, const Exchange& to) {
  const std::string wanted = plain_url(to.url);
  return std::ranges::any_of(record.requests_between(from, &to), [&](const Exchange* other) {
    const Page* page = record.page_of(*other);
    return page != nullptr && page->plain_link == wanted;
  });
}

void judge_after_permanent(const Record& record, const Exchange& answer, const Exchange* next,
                           Opinion& opinion) {
  if (next == nullptr || may_repeat(answer, *next) || written_between(record, answer, *next) ||
      offered_between(record, answer, *next)) {
    opinion.kept.push_back({.sequences = {answer.sequence}, .text = label(answer)});
    return;
  }
  opinion.broken.push_back(
      {.sequences = {answer.sequence, next->sequence},
       .text = fmt::format("{}, repeated unchanged as #{}", label(answer), next->sequence)});
}

void judge_permanent_call(const Record& record, const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    if (is_permanent(*call.tries[i])) {
      judge_after_permanent(record, *call.tries[i],
                            i + 1 < call.tries.size() ? call.tries[i + 1] : nullptr, opinion);
    }
  }
}

}  // namespace

Opinion no_retry_of_permanent(const Record& record) {
  Opinion opinion;
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent != 0 && is_permanent(operation)) {
      judge_after_permanent(record, operation, record.next_try(operation), opinion);
    }
  }
  for (const Attempts* call : record.clear_calls()) {
    judge_permanent_call(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
