// SPDX-License-Identifier: MIT
#include "engine/answers/step_answer.hpp"

#include "engine/answers/authored_error.hpp"
#include "engine/answers/compose.hpp"
#include "engine/answers/sign_in_step.hpp"
#include "engine/answers/unruled.hpp"
#include "engine/calls/call_key.hpp"
#include "engine/calls/placeholders.hpp"
#include "engine/faults/faults.hpp"
#include "engine/rules/delay.hpp"
#include "graph/answers/retry_after.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

const scenario::Step& step_of(const Outcome& outcome) { return outcome.rule->steps[outcome.step]; }

http::Headers& headers_of(Made& made) {
  if (auto* const error = std::get_if<graph::GraphError>(&made)) {
    return error->headers;
  }
  if (auto* const emulated = std::get_if<Emulated>(&made)) {
    return emulated->headers;
  }
  return std::get<AuthoredReply>(made).response.headers;
}

Made authored_reply(const scenario::ReplyStep& reply, const Call& call,
                    const CallContext& context) {
  AuthoredReply made;
  made.response = {
      .status = reply.status, .reason = reply.reason, .headers = reply.headers, .body = reply.body};
  made.code = reply.code;
  if (!reply.placeholders) {
    return made;
  }
  const PlaceholderValues values{
      .call = call, .wall = context.stamp.wall, .random = context.state.random};
  made.response.body = fill_placeholders(reply.body, values);
  made.code = fill_placeholders(reply.code, values);
  http::Headers filled;
  for (const http::Header& line : reply.headers) {
    filled.add(line.name, fill_placeholders(line.value, values));
  }
  made.response.headers = std::move(filled);
  return made;
}

// What the step says to answer, before Retry-After and its own headers.
void make(Call& call, const CallContext& context, Outcome& outcome) {
  const scenario::Step& step = step_of(outcome);
  if (const auto* const error = std::get_if<scenario::ErrorStep>(&step.act)) {
    outcome.made = call.surface == scenario::Surface::sign_in
                       ? Made(sign_in_step(*error, step, call, context))
                       : Made(authored_error(*error, step, call));
  } else if (const auto* const reply = std::get_if<scenario::ReplyStep>(&step.act)) {
    outcome.made = authored_reply(*reply, call, context);
  } else {
    answer_unruled(call, context, outcome);
  }
}

graph::RetryAfterAnswer retry_after(const scenario::RetryAfter& asked, Instant leaves) {
  switch (asked.form) {
    case scenario::RetryAfter::Form::seconds:
      return {.text = asked.text, .window = asked.wait};
    case scenario::RetryAfter::Form::date:
      return graph::retry_after_date(asked.wait, leaves);
    case scenario::RetryAfter::Form::raw:
      return graph::retry_after_raw(asked.text, leaves);
  }
  return {};
}

// A step's own lines take the place of those that are there, but repeat among themselves.
void put_step_headers(const http::Headers& own, http::Headers& headers) {
  for (const http::Header& line : own) {
    headers.remove(line.name);
  }
  for (const http::Header& line : own) {
    headers.add(line.name, line.value);
  }
}

void ask_to_wait(const scenario::RetryAfter& asked, const Call& call, const CallContext& context,
                 Outcome& outcome) {
  const scenario::Step& step = step_of(outcome);
  const Duration delay = delay_of(outcome, *context.state.scenario);
  graph::RetryAfterAnswer answer = retry_after(asked, context.stamp.wall + delay);
  headers_of(outcome.made).set("Retry-After", std::move(answer.text));
  outcome.retry_after = answer.window;
  const bool seen = !step.fault || !hides_answer(step.fault->kind);
  if (answer.window > Duration::zero() && !step.early_allowed && seen) {
    OpeningWindow window{.lasts = answer.window, .rule = outcome.rule, .step = outcome.step};
    append_window_key(window.key, call);
    bound_key(window.key);
    outcome.aftermath.windows.push_back(std::move(window));
  }
}

void add_effects(const scenario::Step& step, const Call& call, Outcome& outcome) {
  const scenario::Effects& effects = step.effect;
  if (effects.expire_token || effects.revoke_token || effects.advance > Duration::zero()) {
    outcome.aftermath.effects.push_back({.effects = effects, .token_id = call.caller.token_id});
  }
}

}  // namespace

void answer_step(Call& call, const CallContext& context, Outcome& outcome) {
  const scenario::Step& step = step_of(outcome);
  make(call, context, outcome);
  if (step.delay) {
    outcome.delay += draw(*step.delay, context.state.random);
  }
  if (step.retry_after) {
    ask_to_wait(*step.retry_after, call, context, outcome);
  }
  put_step_headers(step.headers, headers_of(outcome.made));
  outcome.fault = step.fault ? &*step.fault : nullptr;
  add_effects(step, call, outcome);
}

Outcome repeat_answer(const Window& window, Call& call, const CallContext& context) {
  const Duration left = window.ends - call.tenant_now;
  Outcome outcome;
  outcome.rule = window.rule;
  outcome.step = window.step;
  outcome.repeated = true;
  outcome.retry_after = left;
  make(call, context, outcome);
  put_step_headers(step_of(outcome).headers, headers_of(outcome.made));
  headers_of(outcome.made).set("Retry-After", graph::remaining_text(left));
  return outcome;
}

}  // namespace graphfault::engine
