// SPDX-License-Identifier: MIT
// R22: tokens are kept and used until they run out, not asked for with every call.
#include "base/counted.hpp"
#include "verdict/findings/rules.hpp"
#include "verdict/record/sign_in_calls.hpp"

#include <fmt/format.h>

#include <map>

namespace graphfault::verdict {
namespace {

/// A token may be renewed when this share of its life is left.
constexpr double kRenewEarly = 0.2;

struct Held {
  const Exchange* request = nullptr;
  std::uint64_t uses = 0;
  bool spoiled = false;  ///< a 401 has asked for another
};

bool still_good(const Held& held, const Exchange& next) {
  const auto lifetime = lifetime_of(*held.request);
  return lifetime && std::chrono::duration<double>(waited(*held.request, next)) <
                         (1 - kRenewEarly) * std::chrono::duration<double>(*lifetime);
}

/// Who asks for what: a client may hold one token a scope.
std::string wanted(const Exchange& request) {
  return form_field(request, "client_id") + '\n' + form_field(request, "scope") + '\n' +
         form_field(request, "username");
}

using HeldTokens = std::map<std::string, Held>;

void note_call(const Exchange& request, HeldTokens& held) {
  for (auto& [key, token] : held) {
    ++token.uses;
    token.spoiled = token.spoiled || request.status == 401;
  }
}

void note_served(const Held& token, Opinion& opinion) {
  if (token.request != nullptr && token.uses > 1) {
    opinion.kept.push_back(
        {.sequences = {token.request->sequence},
         .text = fmt::format("{} served {}", label(*token.request), counted(token.uses, "call"))});
  }
}

void judge_token(const Exchange& request, Held& token, Opinion& opinion) {
  const bool early = token.request != nullptr && !token.spoiled &&
                     form_field(request, "claims").empty() && still_good(token, request);
  if (early) {
    opinion.broken.push_back(
        {.sequences = {token.request->sequence, request.sequence},
         .text = fmt::format("#{} asked for a token while the one of #{} was still good",
                             request.sequence, token.request->sequence)});
  } else {
    note_served(token, opinion);
  }
  token = {.request = &request};
}

}  // namespace

Opinion token_cached(const Record& record) {
  Opinion opinion;
  HeldTokens held;
  for (const Exchange* request : record.requests()) {
    if (!is_token_request(*request)) {
      note_call(*request, held);
    } else if (is_success(*request)) {
      judge_token(*request, held[wanted(*request)], opinion);
    }
  }
  for (const auto& [key, token] : held) {
    note_served(token, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
