// SPDX-License-Identifier: MIT
#include "scenario/default_scenario.hpp"

#include "scenario/model.hpp"

namespace graphfault::scenario {

std::shared_ptr<const Scenario> default_scenario() {
  return std::make_shared<const Scenario>(
      Scenario{.name = "default",
               .summary = "A premium tenant with 100 users, 40 of them guests; nothing fails.",
               .file = "built-in"});
}

}  // namespace graphfault::scenario
