// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace graphfault::http {

/// The name in an authority: without port and final dot, in lower case. An IPv6 address loses its
/// brackets.
std::string host_name(std::string_view authority);

/// True for `localhost` and the loopback addresses; `name` as host_name() gives it.
bool is_loopback(std::string_view name);

/// True for an IPv4 or IPv6 address, without brackets and port.
bool is_ip_address(std::string_view name);

}  // namespace graphfault::http
