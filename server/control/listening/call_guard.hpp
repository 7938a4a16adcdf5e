// SPDX-License-Identifier: MIT
// Keeps web pages away from the control API: a page that rebinds its DNS, a form, a cross-origin
// fetch. There is no password: whoever can reach the port from a program may use it.
#pragma once

#include "control/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::control {

/// What the guard looks at; header values as sent, empty where absent.
struct CallHead {
  std::string method{};
  std::string host{};
  std::string origin{};
  std::string fetch_site{};  ///< Sec-Fetch-Site
  std::string content_type{};
  bool marked = false;  ///< has X-Graphfault-Control, which no form can send
};

/// True for loopback names, IP addresses, names without a dot, host.docker.internal, the Graph and
/// sign-in hosts, and those of `allowed`; ports and case don't matter. An absent Host is a program.
bool is_answered_host(std::string_view host, const std::vector<std::string>& allowed);

/// The 403 or 415 with its way out, or nothing: the call may go on.
std::optional<Reply> refuse_call(const CallHead& head, const std::vector<std::string>& allowed);

}  // namespace graphfault::control
