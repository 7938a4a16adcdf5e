// SPDX-License-Identifier: MIT
#pragma once

#include "app/run/client_runner.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

/// What a client under `run` has to know.
struct Surroundings {
  std::string http{};     ///< the emulated Graph and sign-in: `http://localhost:41231`
  std::string https{};    ///< the same over TLS
  std::string ca{};       ///< the file of the certificate to trust for it
  std::string control{};  ///< the control API
  std::string tenant{};
  bool as_proxy = false;  ///< the client calls the real hosts, by way of us
};

using ReadVariable = std::function<std::optional<std::string>(const std::string&)>;

/// The variables that `run` sets for its client. This machine is never asked for by way of a proxy:
/// NO_PROXY is added to, or set to just that where we are the proxy ourselves.
std::vector<Variable> client_variables(const Surroundings& surroundings,
                                       const ReadVariable& present);

}  // namespace graphfault::app
