// SPDX-License-Identifier: MIT
// R18, R19: a 401 claims challenge is answered with a token that carries the claims, once; a 403 is
// not repeated blindly.
#include "base/base64.hpp"
#include "graph/tokens/claims_challenge.hpp"
#include "verdict/findings/rules.hpp"
#include "verdict/record/sign_in_calls.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// What the challenge asks of the new token; nothing where it can't be read.
Json asked_claims(const Exchange& challenge) {
  constexpr std::string_view kParameter = "claims=\"";
  for (const std::string_view line : challenge.response_headers.all("WWW-Authenticate")) {
    const auto at = line.find(kParameter);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view rest = line.substr(at + kParameter.size());
    const auto json = from_base64(rest.substr(0, rest.find('"')));
    if (const auto asked = graph::read_claims_parameter(json.value_or(""))) {
      return asked->claims;
    }
  }
  return Json::object();
}

bool has_value(const Json& values, const Json& value) {
  if (value.is_array()) {
    return std::ranges::all_of(value, [&](const Json& one) { return has_value(values, one); });
  }
  return values == value || (values.is_array() && std::ranges::find(values, value) != values.end());
}

/// True where the token request asks for what the challenge named, and not only says that the
/// client could (xms_cc).
bool brings(const Exchange& sign_in, const Json& asked) {
  const std::string parameter = form_field(sign_in, "claims");
  const auto given = graph::read_claims_parameter(parameter);
  if (!given || asked.empty()) {
    return !parameter.empty();
  }
  for (auto claim = asked.begin(); claim != asked.end(); ++claim) {
    const auto brought = given->claims.find(claim.key());
    if (brought == given->claims.end() || !has_value(*brought, *claim)) {
      return false;
    }
  }
  return true;
}

/// The token requests between a challenge and the call's next attempt, or after it where none is.
std::vector<const Exchange*> sign_ins_after(const Record& record, const Exchange& challenge,
                                            const Exchange* next) {
  std::vector<const Exchange*> found;
  for (const Exchange* request : record.requests_between(challenge, next)) {
    if (is_token_request(*request)) {
      found.push_back(request);
    }
  }
  return found;
}

struct Answered {
  bool well = false;
  std::string how{};
};

Answered answered(const Record& record, const Exchange& challenge, const Exchange& next) {
  if (next.caller.token_id == challenge.caller.token_id) {
    return {false, "repeated with the same token"};
  }
  const Json asked = asked_claims(challenge);
  const Exchange* other = nullptr;
  for (const Exchange* sign_in : sign_ins_after(record, challenge, &next)) {
    if (is_success(*sign_in) && brings(*sign_in, asked)) {
      return {true, "repeated with a token that carries the claims"};
    }
    other = is_success(*sign_in) ? sign_in : other;
  }
  if (other == nullptr) {
    return {true, "repeated with another token"};
  }
  return {false,
          fmt::format("the new token (#{}) was asked for without the claims", other->sequence)};
}

/// True where the client has brought the claims to sign-in, and sign-in gave no token.
bool sign_in_refused(const Record& record, const Exchange& challenge) {
  const Json asked = asked_claims(challenge);
  const auto sign_ins = sign_ins_after(record, challenge, nullptr);
  return std::ranges::none_of(sign_ins, [](const Exchange* s) { return is_success(*s); }) &&
         std::ranges::any_of(sign_ins, [&](const Exchange* s) { return brings(*s, asked); });
}

void judge_unanswered(const Record& record, const Exchange& challenge, Opinion& opinion) {
  if (sign_in_refused(record, challenge)) {
    opinion.kept.push_back({.sequences = {challenge.sequence},
                            .text = label(challenge) + ", and sign-in refused the claims"});
    return;
  }
  if (record.asked_again(challenge)) {
    return;  // by whom can't be told: a token that is not ours names no app
  }
  (record.still_waiting(challenge) ? opinion.open : opinion.broken)
      .push_back({.sequences = {challenge.sequence},
                  .text = label(challenge) + ", the challenge was not answered"});
}

void judge_challenges(const Record& record, const Attempts& call, Opinion& opinion) {
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
      judge_unanswered(record, challenge, opinion);
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
    judge_challenges(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
