// SPDX-License-Identifier: MIT
// Rules of handshakes, and what only they may do.
#include "scenario/loading/handshake.hpp"

#include "scenario/faults/fault_rows.hpp"

#include <algorithm>

namespace graphfault::scenario {
namespace {

bool is_tls(const Step& step) { return step.fault && fault_row(step.fault->kind).at_handshake; }

/// True where the step shows a certificate and does nothing else.
bool is_of_a_handshake(const Step& step) {
  const bool acts =
      std::holds_alternative<EmulateStep>(step.act) || std::holds_alternative<PassStep>(step.act);
  const Effects& effect = step.effect;
  return acts && (!step.fault || is_tls(step)) && !step.retry_after && !step.delay &&
         step.headers.empty() && !effect.expire_token && !effect.revoke_token &&
         effect.advance == Duration::zero();
}

Mark mark_of(const Step& step) {
  return Mark{.line = step.place.line, .column = step.place.column};
}

}  // namespace

void check_handshake(const Rule& rule, Mark at, Report& report) {
  const bool handshake = rule.when.surface == Surface::handshake;
  for (const Step& step : rule.steps) {
    if (handshake && !is_of_a_handshake(step)) {
      report.add(mark_of(step),
                 "a rule for handshakes can only change the certificate or break the handshake",
                 "its steps can be {fault: {tls: expired}}, emulate and pass, with `times`");
    } else if (!handshake && is_tls(step)) {
      report.add(
          mark_of(step), "`tls` faults happen in the handshake, before there is a request",
          "for such a rule write `when: handshake` or `when: {handshake: graph.microsoft.com}`");
    }
  }
  if (handshake && rule.per != Per::tenant) {
    report.add(at, "a rule for handshakes cannot have `per`",
               "handshakes are always counted for the whole tenant");
  }
}

}  // namespace graphfault::scenario
