// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"

namespace graphfault::control {

Reply post_reset(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  // A scenario that a reload has taken away lives on in the tenants that run it.
  auto newest = subject.engine.registry().scenario((*tenant)->name().scenario);
  (*tenant)->reset(newest != nullptr ? newest : (*tenant)->scenario(), call.now);
  return json_reply(200, (*tenant)->snapshot(call.now));
}

}  // namespace graphfault::control
