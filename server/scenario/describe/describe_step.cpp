// SPDX-License-Identifier: MIT
#include "base/time_text.hpp"
#include "http/status.hpp"
#include "scenario/describe/describe.hpp"

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
    text += fmt::format(" with {} detail{}", error.details.size(),
                        error.details.size() == 1 ? "" : "s");
  }
  return text;
}

std::string reply_text(const ReplyStep& reply) {
  const std::string_view reason =
      reply.reason.empty() ? http::reason_phrase(reply.status) : std::string_view(reply.reason);
  return fmt::format(
      "{} {} with {}", reply.status, reason,
      reply.body.empty() ? "no body" : fmt::format("{} bytes as written", reply.body.size()));
}

struct ActText {
  std::string operator()(const ErrorStep& step) const { return error_text(step); }
  std::string operator()(const ReplyStep& step) const { return reply_text(step); }
  std::string operator()(const EmulateStep& /*step*/) const {
    return "the answer of the emulation";
  }
  std::string operator()(const PassStep& /*step*/) const { return "left to what stands below"; }
};

std::string retry_text(const RetryAfter& retry) {
  switch (retry.form) {
    case RetryAfter::Form::seconds:
      return fmt::format(", Retry-After {}", retry.text);
    case RetryAfter::Form::date:
      return fmt::format(", Retry-After a date {} ahead", duration_text(retry.wait));
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

std::string fault_text(const Fault& fault) {
  switch (fault.kind) {
    case Fault::Kind::reset:
      return ", but the connection is reset";
    case Fault::Kind::close:
      return ", but the connection closes before the first byte";
    case Fault::Kind::truncate:
      return fault.bytes
                 ? fmt::format(", but the body breaks off after {} bytes", *fault.bytes)
                 : fmt::format(", but the body breaks off after {:.3g}%", fault.fraction * 100);
    case Fault::Kind::drip:
      return fmt::format(", dripping at {} bytes/s", fault.bytes_per_second);
    case Fault::Kind::stall:
      return ", but nothing is ever sent";
    case Fault::Kind::malformed:
      return ", but the JSON is broken";
    case Fault::Kind::empty:
      return ", but the body is empty";
    case Fault::Kind::html:
      return ", but the body is a gateway's HTML page";
    case Fault::Kind::status_line:
      return fmt::format(", under the status line \"{}\"", fault.line);
    case Fault::Kind::tls:
      return {};  // its step is told by tls_text
  }
  return {};
}

std::string_view tls_text(Fault::Tls fault) {
  switch (fault) {
    case Fault::Tls::expired:
      return "a certificate that has expired";
    case Fault::Tls::wrong_name:
      return "a certificate for another host";
    case Fault::Tls::untrusted:
      return "a certificate of an authority nobody trusts";
    case Fault::Tls::reset:
      return "the connection is reset in the handshake";
  }
  return {};
}

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
  if (step.fault && step.fault->kind == Fault::Kind::tls) {
    return std::string(tls_text(step.fault->tls)) + times_text(step.times);
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
  if (step.fault) {
    text += fault_text(*step.fault);
  }
  return text + times_text(step.times) + effects_text(step.effect);
}

}  // namespace graphfault::scenario
