// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"

namespace graphfault::control {
namespace {

Json summary_of(const scenario::Scenario& scenario) {
  return Json{{"name", scenario.name},
              {"summary", scenario.summary},
              {"file", scenario.file},
              {"rules", scenario.rules.size()}};
}

}  // namespace

Reply get_scenarios(const Call& /*call*/, Subject& subject) {
  Json list = Json::array();
  for (const auto& scenario : subject.engine.registry().scenarios()) {
    list.push_back(summary_of(*scenario));
  }
  return json_reply(200, Json{{"scenarios", std::move(list)}});
}

Reply post_scenario(const Call& call, Subject& subject) {
  if (call.body.empty()) {
    return error_reply(400, "the body is empty",
                       "send the scenario's YAML: curl -H 'Content-Type: application/yaml' "
                       "--data-binary @scenario.yaml");
  }
  const auto named = http::find_field(call.options, "name");
  const std::string_view name = named && !named->empty() ? *named : "uploaded";
  const auto added = subject.shelf.add(call.body, name);
  if (!added) {
    return json_reply(422,
                      Json{{"error",
                            {{"status", 422},
                             {"message", "the scenario has problems; the loaded set is unchanged"},
                             {"problems", problems_json(added.error())},
                             {"text", render(added.error())}}}});
  }
  Json json = summary_of(*added->scenario);
  json["replaced"] = added->replaced;
  return json_reply(added->replaced ? 200 : 201, json);
}

}  // namespace graphfault::control
