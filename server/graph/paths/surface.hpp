// SPDX-License-Identifier: MIT
// Which of the emulated services a call is for.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace graphfault::graph {

/// Sign-in paths have /oauth2, /discovery, /userrealm, /v2.0 or /.well-known behind their tenant. A
/// handshake comes before any request.
enum class Surface { graph, sign_in, handshake };

/// As the journal writes it: `graph`, `sign-in`, `handshake`.
constexpr std::string_view surface_name(Surface surface) {
  constexpr std::array<std::string_view, 3> kNames{"graph", "sign-in", "handshake"};
  return kNames.at(static_cast<std::size_t>(surface));
}

}  // namespace graphfault::graph
