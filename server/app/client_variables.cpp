// SPDX-License-Identifier: MIT
#include "app/client_variables.hpp"

namespace graphfault::app {
namespace {

constexpr const char* kThisMachine = "localhost,127.0.0.1,::1";

/// What is there already stays.
Variable without_proxy(const std::string& name, const ReadVariable& present) {
  const std::string others = present(name).value_or("");
  return {.name = name, .value = (others.empty() ? "" : others + ',') + kThisMachine};
}

}  // namespace

std::vector<Variable> client_variables(const Surroundings& surroundings,
                                       const ReadVariable& present) {
  return {{.name = "GRAPHFAULT_URL", .value = surroundings.http},
          {.name = "GRAPHFAULT_AUTHORITY", .value = surroundings.http},
          {.name = "GRAPHFAULT_TENANT", .value = surroundings.tenant},
          {.name = "GRAPHFAULT_CONTROL_URL", .value = surroundings.control},
          without_proxy("NO_PROXY", present),
          without_proxy("no_proxy", present)};
}

std::vector<std::string> names_for_clients() {
  return {"GRAPHFAULT_URL", "GRAPHFAULT_AUTHORITY", "GRAPHFAULT_TENANT", "GRAPHFAULT_CONTROL_URL"};
}

}  // namespace graphfault::app
