// SPDX-License-Identifier: MIT
// The control API's calls, one row each, and the choice among them.
#pragma once

#include "control/message.hpp"
#include "control/subject.hpp"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::control {

struct Route {
  std::string_view method{};
  std::string_view path{};  ///< `/tenants/{t}/reset`; {t} stands for one segment
  Reply (*act)(const Call& call, Subject& subject) = nullptr;
  std::string_view summary{};
};

std::span<const Route> routes();

/// The row for it (HEAD is GET); or the 404 or 405 that names the nearest call. `emulated` is the
/// emulated Graph's address, for whoever took the wrong port.
tl::expected<const Route*, Reply> find_route(std::string_view method,
                                             const std::vector<std::string>& segments,
                                             std::string_view emulated);

}  // namespace graphfault::control
