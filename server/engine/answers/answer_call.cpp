// SPDX-License-Identifier: MIT
#include "engine/answers/answer_call.hpp"

#include "engine/answers/choice.hpp"
#include "engine/answers/counted.hpp"
#include "engine/answers/step_answer.hpp"
#include "engine/answers/unruled.hpp"
#include "engine/calls/asked.hpp"
#include "engine/calls/call_key.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace graphfault::engine {
namespace {

using Failure = std::optional<AuthenticationFailure>;

// A preflight carries no token, and sign-in is where tokens come from.
bool needs_token(const Call& call) {
  return call.surface == scenario::Surface::graph && !call.version.empty() &&
         call.request.method != "OPTIONS";
}

Failure authenticate(Call& call, const CallContext& context) {
  const Judging judging = context.judging(call.tenant_now);
  call.caller.state = judge(call.caller, judging);
  if (judging.accept != scenario::TokenSettings::Accept::issued) {
    context.state.revoked.saw(call.caller);
    context.state.expired.saw(call.caller);
  }
  return needs_token(call) ? authentication_failure(call.caller, judging, call.base) : std::nullopt;
}

const Window* open_window(const Call& call, const CallContext& context) {
  if (context.state.windows.none()) {
    return nullptr;
  }
  std::string key;
  append_window_key(key, call);
  bound_key(key);
  return context.state.windows.find(key, call.tenant_now);
}

Outcome answer(Call& call, const scenario::Asked& asked, Failure failure,
               const CallContext& context) {
  if (const Window* const window = open_window(call, context)) {
    return repeat_answer(*window, call, context);
  }
  const Choice choice =
      choose(call, asked, failure ? Tried::token_state_rules : Tried::all_rules, context);
  Outcome outcome;
  if (choice.rule != nullptr) {
    outcome.rule = choice.rule;
    outcome.step = choice.step;
    answer_step(call, context, outcome);
  } else if (failure) {
    outcome.made = std::move(failure->error);
    outcome.hint = std::move(failure->hint);
    outcome.nearest = near_miss(choice.nearest);
  } else {
    answer_unruled(call, context, outcome);
    explain_unruled(choice.nearest, call, context, outcome);
  }
  return outcome;
}

}  // namespace

Outcome answer_call(Call& call, const CallContext& context) {
  Failure failure = authenticate(call, context);
  const scenario::Asked asked(asked_of(call));
  std::vector<std::uint32_t> of = counted(asked, context);
  Outcome outcome = answer(call, asked, std::move(failure), context);
  outcome.counted = std::move(of);
  return outcome;
}

}  // namespace graphfault::engine
