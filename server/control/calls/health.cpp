// SPDX-License-Identifier: MIT
#include "base/time_text.hpp"
#include "control/calls/resources.hpp"

namespace graphfault::control {

Reply get_health(const Call& call, Subject& subject) {
  const bool ready = subject.traffic.ready();
  const Problems problems = subject.shelf.problems();
  Json reload = {{"ok", problems.empty()}};
  if (!problems.empty()) {
    reload["problems"] = problems_json(problems);
  }
  return json_reply(ready ? 200 : 503,
                    Json{{"status", ready ? "ok" : "unavailable"},
                         {"version", subject.version},
                         {"started", iso_date(subject.started)},
                         {"now", iso_date_millis(call.now)},
                         {"http", subject.emulated},
                         {"https", subject.emulated_https},
                         {"scenarios", subject.engine.registry().scenarios().size()},
                         {"tenants", subject.engine.registry().tenants().size()},
                         {"reload", std::move(reload)}});
}

}  // namespace graphfault::control
