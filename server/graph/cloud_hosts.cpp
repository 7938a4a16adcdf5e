// SPDX-License-Identifier: MIT
#include "graph/cloud_hosts.hpp"

#include <algorithm>
#include <array>

namespace graphfault::graph {
namespace {

constexpr std::array<std::string_view, 5> kGraphHosts = {
    "graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us",
    "microsoftgraph.chinacloudapi.cn", "graph.microsoft.de"};

// Those that MSAL knows without asking.
constexpr std::array<std::string_view, 10> kSignInHosts = {"login.microsoftonline.com",
                                                           "login.microsoft.com",
                                                           "login.windows.net",
                                                           "sts.windows.net",
                                                           "login.microsoftonline.us",
                                                           "login.usgovcloudapi.net",
                                                           "login-us.microsoftonline.com",
                                                           "login.partner.microsoftonline.cn",
                                                           "login.chinacloudapi.cn",
                                                           "login.microsoftonline.de"};

}  // namespace

std::span<const std::string_view> graph_hosts() { return kGraphHosts; }
std::span<const std::string_view> sign_in_hosts() { return kSignInHosts; }

bool is_cloud_host(std::string_view host) {
  return std::find(kGraphHosts.begin(), kGraphHosts.end(), host) != kGraphHosts.end() ||
         std::find(kSignInHosts.begin(), kSignInHosts.end(), host) != kSignInHosts.end();
}

}  // namespace graphfault::graph
