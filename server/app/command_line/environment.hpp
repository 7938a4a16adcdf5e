// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::app {

/// The GRAPHFAULT_* variables. What Kubernetes and Docker links set for a service of that name
/// (GRAPHFAULT_SERVICE_HOST, GRAPHFAULT_PORT=tcp://...) is left out: nobody meant those for us.
using Environment = std::map<std::string, std::string>;

/// `environ` as the process has it: `NAME=value` texts, ended by a null.
Environment read_environment(const char* const* environ);

/// One line for each variable that no option stands behind, with the nearest one.
std::vector<std::string> unknown_variables(const Environment& environment,
                                           std::span<const std::string> known);

/// The names that `run` sets for its client, and that no option stands behind.
std::vector<std::string> names_for_clients();

}  // namespace graphfault::app
