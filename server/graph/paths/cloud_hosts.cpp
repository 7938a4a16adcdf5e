// SPDX-License-Identifier: MIT
#include "graph/paths/cloud_hosts.hpp"

#include "base/letter_case.hpp"

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

// What the hosts above belong to, in their order.
constexpr std::array<std::string_view, kGraphHosts.size()> kSignInOfGraph = {
    "login.microsoftonline.com", "login.microsoftonline.us", "login.microsoftonline.us",
    "login.partner.microsoftonline.cn", "login.microsoftonline.de"};
constexpr std::array<std::string_view, kSignInHosts.size()> kGraphOfSignIn = {
    "graph.microsoft.com",
    "graph.microsoft.com",
    "graph.microsoft.com",
    "graph.microsoft.com",
    "graph.microsoft.us",
    "graph.microsoft.us",
    "graph.microsoft.us",
    "microsoftgraph.chinacloudapi.cn",
    "microsoftgraph.chinacloudapi.cn",
    "graph.microsoft.de"};

using Hosts = std::span<const std::string_view>;

/// The address with its host replaced by its partner, where it has one.
std::string with_partner(std::string_view base, Hosts hosts, Hosts partners) {
  const std::size_t scheme = base.find("://");
  const std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t end = std::min(base.find_first_of(":/", begin), base.size());
  const auto found = std::find(hosts.begin(), hosts.end(), lower(base.substr(begin, end - begin)));
  std::string out(base);
  if (found != hosts.end()) {
    out.replace(begin, end - begin, partners[static_cast<std::size_t>(found - hosts.begin())]);
  }
  return out;
}

}  // namespace

std::span<const std::string_view> graph_hosts() { return kGraphHosts; }
std::span<const std::string_view> sign_in_hosts() { return kSignInHosts; }

bool is_cloud_host(std::string_view host) {
  return std::find(kGraphHosts.begin(), kGraphHosts.end(), host) != kGraphHosts.end() ||
         std::find(kSignInHosts.begin(), kSignInHosts.end(), host) != kSignInHosts.end();
}

std::string sign_in_base_of(std::string_view graph_base) {
  return with_partner(graph_base, kGraphHosts, kSignInOfGraph);
}

std::string graph_base_of(std::string_view sign_in_base) {
  return with_partner(sign_in_base, kSignInHosts, kGraphOfSignIn);
}

}  // namespace graphfault::graph
