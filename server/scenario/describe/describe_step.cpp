// SPDX-License-Identifier: MIT
#include "base/counted.hpp"
#include "base/time_text.hpp"
#include "http/status.hpp"
#include "scenario/describe/describe.hpp"
#include "scenario/faults/fault_rows.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {
namespace {

std::string error_text(const ErrorStep& step) {
  const graph::GraphError& error = step.error;
  std::string name = step.catalogue_id.starts_with("AADSTS") ? step.catalogue_id : error.code;
  if (name.empty()) {
    name = http::reason_phrase(error.status);
  }
  std::string text = fmt::format("{} {}", error.status, name);
  const bool echo = error.inner == std::vector<std::string>{std::to_string(error.status)};
  if (!error.inner.empty() && !echo) {
    text += fmt::format(" ({})", fmt::join(error.inner, " > "));
  }
  if (!error.details.empty()) {
    text += " with " + counted(error.details.size(), "detail");
  }
  return text;
}

std::string reply_text(const ReplyStep& reply) {
  const std::string_view reason =
      reply.reason.empty() ? http::reason_phrase(reply.status) : std::string_view(reply.reason);
  return fmt::format(
      "{} {} with {}", reply.status, reason,
      reply.body.empty() ? "no body" : counted(reply.body.size(), "byte") + " as written");
}

struct ActText {
  std::string operator()(const ErrorStep& step) const { return error_text(step); }
  std::string operator()(const ReplyStep& step) const { return reply_text(step); }
  std::string operator()(const EmulateStep& /*step*/) const { return "the emulation's answer"; }
  std::string operator()(const PassStep& /*step*/) const { return "left to the rules below"; }
};

std::string retry_text(const RetryAfter& retry) {
  switch (retry.form) {
    case RetryAfter::Form::seconds:
      return fmt::format(", Retry-After {}", retry.text);
    case RetryAfter::Form::date:
      return fmt::format(", Retry-After as a date {} ahead", duration_text(retry.wait));
    case RetryAfter::Form::raw:
      return fmt::format(", Retry-After \"{}\"", retry.text);
  }
  return {};
}

struct DelayText {
  std::string operator()(const FixedDelay& delay) const {
    return fmt::format(", after {}", duration_text(delay.time));
  }
  std::string operator()(const UniformDelay& delay) const {
    return fmt::format(", after {} to {}", duration_text(delay.min), duration_text(delay.max));
  }
  std::string operator()(const LognormalDelay& delay) const {
    return fmt::format(", after about {} (1 in 100: {})", duration_text(delay.median),
                       duration_text(delay.p99));
  }
};

std::string effects_text(const Effects& effects) {
  std::string text;
  if (effects.expire_token) {
    text += "; then the token expires";
  }
  if (effects.revoke_token) {
    text += "; then the token is revoked";
  }
  if (effects.advance > Duration::zero()) {
    text += fmt::format("; then the clock moves on by {}", duration_text(effects.advance));
  }
  return text;
}

std::string times_text(std::uint64_t times) {
  switch (times) {
    case 0:
      return ", always";
    case 1:
      return ", once";
    case 2:
      return ", twice";
    default:
      return fmt::format(", {} times", times);
  }
}

}  // namespace

std::string describe(const Step& step) {
  const FaultRow* const fault = step.fault ? &fault_row(step.fault->kind) : nullptr;
  if (fault != nullptr && fault->at_handshake) {
    return fault->describe(*step.fault) + times_text(step.times);
  }
  std::string text = std::visit(ActText{}, step.act);
  if (step.claims) {
    text += fmt::format(", with a challenge for {}", json_text(*step.claims));
  }
  if (step.retry_after) {
    text += retry_text(*step.retry_after);
  }
  if (step.early_allowed) {
    text += " (coming back early is allowed)";
  }
  if (step.delay) {
    text += std::visit(DelayText{}, *step.delay);
  }
  if (fault != nullptr) {
    text += fault->describe(*step.fault);
  }
  return text + times_text(step.times) + effects_text(step.effect);
}

}  // namespace graphfault::scenario
