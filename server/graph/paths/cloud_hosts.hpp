// SPDX-License-Identifier: MIT
// The hosts that Microsoft Graph and its sign-in have, in every cloud.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace graphfault::graph {

std::span<const std::string_view> graph_hosts();
std::span<const std::string_view> sign_in_hosts();
/// True for one of either; `host` in lower case, without port.
bool is_cloud_host(std::string_view host);

/// Where the sign-in is that belongs to a Graph's address (`https://graph.microsoft.us/@t`), and
/// the Graph that belongs to a sign-in's: the host of the same cloud. An address that is not of a
/// cloud is both.
std::string sign_in_base_of(std::string_view graph_base);
std::string graph_base_of(std::string_view sign_in_base);

}  // namespace graphfault::graph
