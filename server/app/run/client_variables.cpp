// SPDX-License-Identifier: MIT
#include "app/run/client_variables.hpp"

namespace graphfault::app {
namespace {

constexpr const char* kThisMachine = "localhost,127.0.0.1,::1";

/// What is there already stays.
Variable without_proxy(const std::string& name, const ReadVariable& present) {
  const std::string others = present(name).value_or("");
  return {.name = name, .value = (others.empty() ? "" : others + ',') + kThisMachine};
}

/// What makes curl, Node, Python, Go, .NET and what is built on OpenSSL go by way of us, and trust
/// us. Some read the small letters first; curl asks CURL_CA_BUNDLE before SSL_CERT_FILE.
std::vector<Variable> proxy_variables(const Surroundings& surroundings) {
  return {{.name = "HTTPS_PROXY", .value = surroundings.http},
          {.name = "https_proxy", .value = surroundings.http},
          {.name = "NO_PROXY", .value = kThisMachine},
          {.name = "no_proxy", .value = kThisMachine},
          {.name = "NODE_USE_ENV_PROXY", .value = "1"},
          {.name = "NODE_EXTRA_CA_CERTS", .value = surroundings.ca},
          {.name = "SSL_CERT_FILE", .value = surroundings.ca},
          {.name = "REQUESTS_CA_BUNDLE", .value = surroundings.ca},
          {.name = "CURL_CA_BUNDLE", .value = surroundings.ca}};
}

}  // namespace

std::vector<Variable> client_variables(const Surroundings& surroundings,
                                       const ReadVariable& present) {
  std::vector<Variable> variables{{.name = "GRAPHFAULT_URL", .value = surroundings.http},
                                  {.name = "GRAPHFAULT_HTTPS_URL", .value = surroundings.https},
                                  {.name = "GRAPHFAULT_AUTHORITY", .value = surroundings.http},
                                  {.name = "GRAPHFAULT_TENANT", .value = surroundings.tenant},
                                  {.name = "GRAPHFAULT_CONTROL_URL", .value = surroundings.control},
                                  {.name = "GRAPHFAULT_CA", .value = surroundings.ca}};
  const std::vector<Variable> more =
      surroundings.as_proxy ? proxy_variables(surroundings)
                            : std::vector<Variable>{without_proxy("NO_PROXY", present),
                                                    without_proxy("no_proxy", present)};
  variables.insert(variables.end(), more.begin(), more.end());
  return variables;
}

}  // namespace graphfault::app
