// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"

namespace graphfault::control {

Reply get_tenants(const Call& call, Subject& subject) {
  Json list = Json::array();
  for (const auto& tenant : subject.engine.registry().tenants()) {
    const engine::Evidence evidence = tenant->evidence(call.now, {.most = 0});
    list.push_back(Json{{"tenant", tenant->name().text()},
                        {"id", tenant->id()},
                        {"scenario", evidence.scenario->name},
                        {"exchanges", evidence.totals.recorded},
                        {"underWay", evidence.under_way}});
  }
  return json_reply(200, Json{{"tenants", std::move(list)}});
}

Reply get_tenant(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  return tenant ? json_reply(200, (*tenant)->snapshot(call.now)) : tenant.error();
}

Reply post_tenant(const Call& call, Subject& subject) {
  engine::Registry& registry = subject.engine.registry();
  const bool was_there = registry.find(call.segments[1]) != nullptr;
  const auto tenant = registry.open(call.segments[1], call.now);
  if (tenant == nullptr) {
    return no_such_tenant(call.segments[1], subject);
  }
  return json_reply(was_there ? 200 : 201, tenant->snapshot(call.now));
}

Reply delete_tenant(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  subject.engine.registry().erase(call.segments[1]);
  return json_reply(200, Json{{"tenant", (*tenant)->name().text()}, {"deleted", true}});
}

}  // namespace graphfault::control
