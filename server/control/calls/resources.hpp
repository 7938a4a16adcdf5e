// SPDX-License-Identifier: MIT
// One function per call of the control API; docs/control-api.md says what each answers.
// REQUIRES of those under /tenants/{t}: call.segments[1] is the tenant.
#pragma once

#include "control/message.hpp"
#include "control/subject.hpp"

namespace graphfault::control {

Reply get_health(const Call& call, Subject& subject);
Reply get_metrics(const Call& call, Subject& subject);

Reply get_scenarios(const Call& call, Subject& subject);
Reply post_scenario(const Call& call, Subject& subject);

Reply get_tenants(const Call& call, Subject& subject);
Reply get_tenant(const Call& call, Subject& subject);
Reply post_tenant(const Call& call, Subject& subject);
Reply delete_tenant(const Call& call, Subject& subject);

Reply post_reset(const Call& call, Subject& subject);
Reply post_clock(const Call& call, Subject& subject);
Reply post_revoke(const Call& call, Subject& subject);
Reply post_expire(const Call& call, Subject& subject);

Reply get_tenant_journal(const Call& call, Subject& subject);
Reply get_tenant_verdict(const Call& call, Subject& subject);
Reply get_journal(const Call& call, Subject& subject);
Reply get_page(const Call& call, Subject& subject);
Reply get_events(const Call& call, Subject& subject);

Reply get_authority(const Call& call, Subject& subject);
Reply get_errors(const Call& call, Subject& subject);

}  // namespace graphfault::control
