// SPDX-License-Identifier: MIT
#include "scenario/testing/loading.hpp"

#include "scenario/default_scenario.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {

Result<std::string> read_test_file(std::string_view path) {
  if (path == "users.json") {
    return std::string(R"([{"id":"u1","displayName":"Ada"},{"displayName":"Bo"}])");
  }
  if (path == "answer.json") {
    return std::string(R"({"value":[{"id":"g1"}]})");
  }
  if (path == "object.json") {
    return std::string("{}");
  }
  if (path == "text.csv") {
    return std::string("a,b\r\n1,2");
  }
  return fail("there is no file `" + std::string(path) + "` beside the scenario");
}

Loaded load_text(std::string_view yaml) {
  return load(yaml, {.file = "bad.yaml", .read_file = read_test_file, .finding_ids = kFindings});
}

std::string problems_of(std::string_view yaml) {
  const Loaded loaded = load_text(yaml);
  return loaded ? std::string() : render(loaded.error());
}

std::shared_ptr<const Scenario> scenario_of(std::string_view yaml) {
  Loaded loaded = load_text(yaml);
  if (!loaded) {
    ADD_FAILURE() << render(loaded.error());
    return default_scenario();
  }
  return *loaded;
}

Rule rule_of(std::string_view yaml) {
  const auto scenario = scenario_of("rules:\n" + std::string(yaml));
  if (scenario->rules.size() != 1) {
    ADD_FAILURE() << "not one rule: " << yaml;
    return Rule{.steps = {Step{}}};
  }
  return scenario->rules.front();
}

Step step_of(std::string_view yaml) {
  return rule_of("- {when: GET /users, then: " + std::string(yaml) + "}").steps.front();
}

void expect_problems(const BadRow& row) {
  EXPECT_EQ(problems_of(row.yaml), row.rendered) << row.yaml;
}

}  // namespace graphfault::scenario
