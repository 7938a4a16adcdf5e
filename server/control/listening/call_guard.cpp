// SPDX-License-Identifier: MIT
#include "control/listening/call_guard.hpp"

#include "base/letter_case.hpp"
#include "graph/paths/cloud_hosts.hpp"
#include "http/media_type.hpp"

#include <algorithm>
#include <array>

namespace graphfault::control {
namespace {

constexpr std::array<std::string_view, 3> kFormTypes = {"application/x-www-form-urlencoded",
                                                        "multipart/form-data", "text/plain"};

/// Without port and final dot, in lower case; an IPv6 address keeps its brackets.
std::string name_of(std::string_view host) {
  if (!host.empty() && host.front() == '[') {
    return lower(host.substr(0, host.find(']') + 1));
  }
  std::string name = lower(host.substr(0, host.find(':')));
  if (!name.empty() && name.back() == '.') {
    name.pop_back();
  }
  return name;
}

bool is_ipv4(std::string_view name) {
  return std::count(name.begin(), name.end(), '.') == 3 &&
         name.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool changes_state(std::string_view method) { return method != "GET" && method != "HEAD"; }

bool is_form(std::string_view content_type) {
  const std::string type = http::media_essence(content_type);
  return std::find(kFormTypes.begin(), kFormTypes.end(), type) != kFormTypes.end();
}

bool is_foreign_page(const CallHead& head) {
  if (head.fetch_site == "cross-site" || head.fetch_site == "same-site") {
    return true;
  }
  return !head.origin.empty() && !equal_ignoring_case(head.origin, "http://" + head.host);
}

}  // namespace

bool is_answered_host(std::string_view host, const std::vector<std::string>& allowed) {
  const std::string name = name_of(host);
  if (name.find('.') == std::string::npos || name.front() == '[' || is_ipv4(name) ||
      ends_with(name, ".localhost") || name == "localhost.localdomain") {
    return true;
  }
  return name == "host.docker.internal" || graph::is_cloud_host(name) ||
         std::any_of(allowed.begin(), allowed.end(),
                     [&](const std::string& other) { return name_of(other) == name; });
}

std::optional<Reply> refuse_call(const CallHead& head, const std::vector<std::string>& allowed) {
  if (!is_answered_host(head.host, allowed)) {
    const std::string name = name_of(head.host);
    return error_reply(403, "the control API does not answer to the host name " + name,
                       "call it as localhost or by its address, or start the server with "
                       "--allow-host " +
                           name);
  }
  if (!changes_state(head.method)) {
    return std::nullopt;
  }
  if (is_foreign_page(head)) {
    return error_reply(403,
                       "the control API does not accept calls from a web page of another origin",
                       "call it from a program; browsers may only read it, from its own pages");
  }
  if (is_form(head.content_type) && !head.marked) {
    return error_reply(415,
                       "the control API does not accept browser forms (" +
                           http::media_essence(head.content_type) + ")",
                       "say what type the body has: -H 'Content-Type: application/json', or "
                       "application/yaml for a scenario");
  }
  return std::nullopt;
}

}  // namespace graphfault::control
