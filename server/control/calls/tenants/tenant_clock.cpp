// SPDX-License-Identifier: MIT
#include "base/time_text.hpp"
#include "control/calls/resources.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"

namespace graphfault::control {
namespace {

Result<Duration> read_advance(const std::string& body) {
  const std::string form = R"(send {"advance": "1h"}, with a unit: ms, s, m or h)";
  const Result<Json> json = parse_json(body);
  if (!json) {
    return fail("the body is not JSON: " + json.error().message, form);
  }
  if (!json->is_object() || json->size() != 1 || !json->contains("advance") ||
      !json->at("advance").is_string()) {
    return fail("the body must be an object with one member, advance, a string", form);
  }
  return parse_duration(json->at("advance").get_ref<const std::string&>());
}

}  // namespace

Reply post_clock(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  const Result<Duration> advance = read_advance(call.body);
  if (!advance) {
    return error_reply(400, advance.error().message, advance.error().hint);
  }
  (*tenant)->advance(*advance);
  return json_reply(200, Json{{"tenant", (*tenant)->name().text()},
                              {"clock", iso_date_millis((*tenant)->clock(call.now))}});
}

}  // namespace graphfault::control
