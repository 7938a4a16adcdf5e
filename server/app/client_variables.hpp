// SPDX-License-Identifier: MIT
#pragma once

#include "app/client_runner.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

/// What a client under `run` has to know.
struct Surroundings {
  std::string http{};     ///< the emulated Graph and sign-in: `http://localhost:41231`
  std::string control{};  ///< the control API
  std::string tenant{};
};

using ReadVariable = std::function<std::optional<std::string>(const std::string&)>;

/// The variables that `run` sets for its client. NO_PROXY is added to: this machine is never asked
/// for by way of a proxy.
std::vector<Variable> client_variables(const Surroundings& surroundings,
                                       const ReadVariable& present);

/// The names of those that begin with GRAPHFAULT_ and that no option stands behind.
std::vector<std::string> names_for_clients();

}  // namespace graphfault::app
