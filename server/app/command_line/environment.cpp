// SPDX-License-Identifier: MIT
#include "app/command_line/environment.hpp"

#include "base/nearest_name.hpp"

#include <algorithm>

namespace graphfault::app {
namespace {

constexpr std::string_view kPrefix = "GRAPHFAULT_";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_service_link(std::string_view name, std::string_view value) {
  return starts_with(name, "GRAPHFAULT_SERVICE_") || starts_with(name, "GRAPHFAULT_PORT_") ||
         starts_with(value, "tcp://") || starts_with(value, "udp://");
}

}  // namespace

Environment read_environment(const char* const* environ) {
  Environment environment;
  for (const char* const* entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::size_t equals = text.find('=');
    if (!starts_with(text, kPrefix) || equals == std::string_view::npos) {
      continue;
    }
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = text.substr(equals + 1);
    if (!is_service_link(name, value)) {
      environment.emplace(name, value);
    }
  }
  return environment;
}

std::vector<std::string> unknown_variables(const Environment& environment,
                                           std::span<const std::string> known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::vector<std::string> lines;
  for (const auto& entry : environment) {
    if (std::find(names.begin(), names.end(), entry.first) != names.end()) {
      continue;
    }
    const auto nearest = nearest_name(entry.first, names);
    lines.push_back(entry.first + " is set, but there is no such option" +
                    (nearest ? "; did you mean " + *nearest + "?" : ""));
  }
  return lines;
}

std::vector<std::string> names_for_clients() {
  return {"GRAPHFAULT_URL",    "GRAPHFAULT_HTTPS_URL",   "GRAPHFAULT_AUTHORITY",
          "GRAPHFAULT_TENANT", "GRAPHFAULT_CONTROL_URL", "GRAPHFAULT_CA"};
}

}  // namespace graphfault::app
