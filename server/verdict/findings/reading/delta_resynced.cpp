// SPDX-License-Identifier: MIT
// R20: 410, or the code syncStateNotFound, on a delta query means a full resync, from the Location
// or without a token.
#include "base/letter_case.hpp"
#include "verdict/findings/rules.hpp"
#include "verdict/record/links.hpp"

namespace graphfault::verdict {
namespace {

bool is_delta(const Exchange& exchange) {
  return exchange.path.find("/delta") != std::string::npos;
}

bool has_token(const Exchange& request) {
  return !query_option(request, "$deltatoken").empty() ||
         !query_option(request, "$skiptoken").empty();
}

/// The service no longer knows what the token stands for.
bool is_lost(const Exchange& answer) {
  return is_delta(answer) && has_token(answer) &&
         (answer.status == 410 || lower(answer.code) == "syncstatenotfound");
}

bool starts_over(const Exchange& lost, const Exchange& next) {
  const auto location = lost.response_headers.find("Location");
  return (location && plain_url(*location) == plain_url(next.url)) || !has_token(next);
}

/// A delta of the same resource by the same caller, or where the Location leads.
bool is_same_delta(const Exchange& lost, const Exchange& next) {
  const auto location = lost.response_headers.find("Location");
  return (is_delta(next) && next.path == lost.path && next.caller.app == lost.caller.app) ||
         (location && plain_url(*location) == plain_url(next.url));
}

const Exchange* next_delta(const Record& record, const Exchange& lost) {
  for (const Exchange* request : record.requests_between(lost, nullptr)) {
    if (is_read(*request) && is_same_delta(lost, *request)) {
      return request;
    }
  }
  return nullptr;
}

}  // namespace

Opinion delta_resynced(const Record& record) {
  Opinion opinion;
  for (const Exchange* lost : record.requests()) {
    if (!is_lost(*lost)) {
      continue;
    }
    const Exchange* next = next_delta(record, *lost);
    if (next != nullptr) {
      const bool well = starts_over(*lost, *next);
      (well ? opinion.kept : opinion.broken)
          .push_back(
              {.sequences = {lost->sequence, next->sequence},
               .text = label(*lost) + (well ? ", started over"
                                            : ", continued with a token that is no longer valid")});
    } else {
      (record.still_waiting(*lost) ? opinion.open : opinion.broken)
          .push_back(
              {.sequences = {lost->sequence}, .text = label(*lost) + ", never started over"});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
