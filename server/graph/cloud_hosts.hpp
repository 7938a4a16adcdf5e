// SPDX-License-Identifier: MIT
// The hosts that Microsoft Graph and its sign-in have, in every cloud.
#pragma once

#include <span>
#include <string_view>

namespace graphfault::graph {

std::span<const std::string_view> graph_hosts();
std::span<const std::string_view> sign_in_hosts();
/// True for one of either; `host` in lower case, without port.
bool is_cloud_host(std::string_view host);

}  // namespace graphfault::graph
