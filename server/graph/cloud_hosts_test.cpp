// SPDX-License-Identifier: MIT
#include "graph/cloud_hosts.hpp"

#include <gtest/gtest.h>

namespace graphfault::graph {
namespace {

TEST(CloudHosts, AreThoseOfGraphAndItsSignIn) {
  for (const std::string_view host :
       {"graph.microsoft.com", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn",
        "login.microsoftonline.com", "login.partner.microsoftonline.cn", "sts.windows.net"}) {
    EXPECT_TRUE(is_cloud_host(host)) << host;
  }
  for (const std::string_view host :
       {"", "localhost", "microsoft.com", "www.microsoft.com", "graph.microsoft.com.evil.example",
        "Graph.Microsoft.com", "graph.microsoft.com:443"}) {
    EXPECT_FALSE(is_cloud_host(host)) << host;
  }
}

}  // namespace
}  // namespace graphfault::graph
