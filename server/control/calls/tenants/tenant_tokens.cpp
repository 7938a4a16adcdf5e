// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"

namespace graphfault::control {

Reply post_revoke(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  (*tenant)->revoke_tokens(call.now);
  return json_reply(200, Json{{"tenant", (*tenant)->name().text()}, {"tokens", "revoked"}});
}

Reply post_expire(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  (*tenant)->expire_tokens(call.now);
  return json_reply(200, Json{{"tenant", (*tenant)->name().text()}, {"tokens", "expired"}});
}

}  // namespace graphfault::control
