// SPDX-License-Identifier: MIT
// R6, R18, R22: a 401 for a token that has run out is answered with a new token, once.
#include "verdict/findings/rules.hpp"
#include "verdict/record/sign_in_calls.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

/// The token has run out, or the answer says so of one that is still good.
bool has_run_out(const Exchange& answer) {
  return answer.caller.state == graph::TokenState::expired ||
         answer.caller.state == graph::TokenState::revoked ||
         (answer.caller.state == graph::TokenState::valid &&
          answer.response_body.text.find("token is expired") != std::string::npos);
}

bool asks_for_renewal(const Exchange& answer) {
  return answer.status == 401 && !is_sign_in(answer) && !is_claims_challenge(answer) &&
         has_run_out(answer);
}

/// True where sign-in was asked for another token and gave none.
bool renewal_refused(const Record& record, const Exchange& answer) {
  std::size_t given = 0;
  std::size_t refused = 0;
  for (const Exchange* request : record.requests_between(answer, nullptr)) {
    const bool asked = is_token_request(*request);
    given += asked && is_success(*request) ? 1U : 0U;
    refused += asked && !is_success(*request) ? 1U : 0U;
  }
  return refused > 0 && given == 0;
}

void judge_last_refusal(const Record& record, const Exchange& answer, Opinion& opinion) {
  if (renewal_refused(record, answer)) {
    opinion.kept.push_back({.sequences = {answer.sequence},
                            .text = label(answer) + ", and sign-in refused another token"});
    return;
  }
  if (record.asked_again(answer)) {
    return;  // by whom can't be told: a token that is not ours names no app
  }
  (record.still_waiting(answer) ? opinion.open : opinion.broken)
      .push_back(
          {.sequences = {answer.sequence},
           .text = label(answer) +
                   ", the token had expired and the call was not tried again with a new one"});
}

void judge_renewals(const Record& record, const Attempts& call, Opinion& opinion) {
  std::size_t renewals = 0;
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    if (!asks_for_renewal(answer)) {
      continue;
    }
    if (i + 1 == call.tries.size()) {
      judge_last_refusal(record, answer, opinion);
      continue;
    }
    const Exchange& next = *call.tries[i + 1];
    const bool renewed = next.caller.token_id != answer.caller.token_id && ++renewals == 1;
    (renewed ? opinion.kept : opinion.broken)
        .push_back({.sequences = {answer.sequence, next.sequence},
                    .text = fmt::format("{}, tried again as #{} {}", label(answer), next.sequence,
                                        renewed ? "with a new token"
                                                : "with the same token or for a second time")});
  }
}

}  // namespace

Opinion token_renewed(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_renewals(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
