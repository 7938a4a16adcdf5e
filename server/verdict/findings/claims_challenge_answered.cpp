// SPDX-License-Identifier: MIT
// R18, R19: a 401 claims challenge is answered with a token that carries the claims, once; a 403 is
// not repeated blindly.
#include "verdict/rules.hpp"
#include "verdict/sign_in_calls.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

struct Answered {
  bool well = false;
  std::string how{};
};

Answered answered(const Record& record, const Exchange& challenge, const Exchange& next) {
  const Exchange* sign_in = token_request_between(record, challenge, next);
  if (next.caller.token_id == challenge.caller.token_id) {
    return {false, "repeated with the same token"};
  }
  if (sign_in != nullptr && form_field(*sign_in, "claims").empty()) {
    return {false,
            fmt::format("the new token (#{}) was asked for without the claims", sign_in->sequence)};
  }
  return {true, "repeated with a token that carries the claims"};
}

void judge_call(const Record& record, const Attempts& call, Opinion& opinion) {
  std::size_t challenges = 0;
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange& challenge = *call.tries[i];
    if (!is_claims_challenge(challenge)) {
      continue;
    }
    ++challenges;
    if (i + 1 < call.tries.size()) {
      const Exchange& next = *call.tries[i + 1];
      const Answered answer = answered(record, challenge, next);
      const bool well = answer.well && challenges == 1;
      (well ? opinion.kept : opinion.broken)
          .push_back(
              {.sequences = {challenge.sequence, next.sequence},
               .text = fmt::format("{}, {} as #{}", label(challenge), answer.how, next.sequence)});
    } else if (challenge.status == 401 && challenges == 1) {
      (record.still_waiting(challenge) ? opinion.open : opinion.broken)
          .push_back({.sequences = {challenge.sequence},
                      .text = label(challenge) + ", the challenge was not answered"});
    } else if (challenge.status == 403) {
      opinion.kept.push_back(
          {.sequences = {challenge.sequence}, .text = label(challenge) + ", not repeated"});
    }
  }
}

}  // namespace

Opinion claims_challenge_answered(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_call(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
