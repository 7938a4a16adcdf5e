// SPDX-License-Identifier: MIT
#include "graph/paths/cloud_hosts.hpp"

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

TEST(CloudHosts, OfGraphAndItsSignInBelongTogether) {
  const struct {
    std::string_view graph;
    std::string_view sign_in;
  } rows[] = {
      {"https://graph.microsoft.com", "https://login.microsoftonline.com"},
      {"https://graph.microsoft.us", "https://login.microsoftonline.us"},
      {"http://graph.microsoft.de:8080/@t", "http://login.microsoftonline.de:8080/@t"},
      {"https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn"},
      {"https://localhost:8443/@graph.microsoft.com",
       "https://localhost:8443/@graph.microsoft.com"},
      {"http://[::1]:8080", "http://[::1]:8080"},
      {"", ""}};
  for (const auto& row : rows) {
    EXPECT_EQ(sign_in_base_of(row.graph), row.sign_in);
    EXPECT_EQ(graph_base_of(row.sign_in), row.graph);
  }
  EXPECT_EQ(sign_in_base_of("https://GRAPH.microsoft.com"), "https://login.microsoftonline.com");
  EXPECT_EQ(sign_in_base_of("https://dod-graph.microsoft.us"), "https://login.microsoftonline.us");
  EXPECT_EQ(graph_base_of("https://sts.windows.net"), "https://graph.microsoft.com");
  for (const std::string_view host : graph_hosts()) {
    EXPECT_TRUE(is_cloud_host(sign_in_base_of(host))) << host;
    EXPECT_NE(sign_in_base_of(host), host);
  }
  for (const std::string_view host : sign_in_hosts()) {
    EXPECT_TRUE(is_cloud_host(graph_base_of(host))) << host;
    EXPECT_NE(graph_base_of(host), host);
  }
}

}  // namespace
}  // namespace graphfault::graph
