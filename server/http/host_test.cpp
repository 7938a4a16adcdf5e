// SPDX-License-Identifier: MIT
#include "http/host.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

TEST(HostName, IsWhatAnAuthorityNames) {
  const struct {
    std::string_view authority;
    std::string_view name;
  } rows[] = {{"graph.microsoft.com", "graph.microsoft.com"},
              {"Graph.Microsoft.com:443", "graph.microsoft.com"},
              {"graph.microsoft.com.:443", "graph.microsoft.com"},
              {"127.0.0.1:8080", "127.0.0.1"},
              {"[::1]:8080", "::1"},
              {"[::1]", "::1"},
              {"[FE80::1", "fe80::1"},
              {"", ""},
              {".", ""},
              {":443", ""}};
  for (const auto& row : rows) {
    EXPECT_EQ(host_name(row.authority), row.name) << row.authority;
  }
}

TEST(IsIpAddress, TellsAddressesFromNames) {
  for (const std::string_view address : {"127.0.0.1", "::1", "fe80::1", "::ffff:10.0.0.1"}) {
    EXPECT_TRUE(is_ip_address(address)) << address;
  }
  for (const std::string_view name :
       {"", "localhost", "a.b.c.d", "1.2.3", "1.2.3.4.example", "graph.microsoft.com", "[::1]"}) {
    EXPECT_FALSE(is_ip_address(name)) << name;
  }
}

TEST(IsLoopback, IsThisMachineAlone) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "127.1.2.3", "::1"}) {
    EXPECT_TRUE(is_loopback(name)) << name;
  }
  for (const std::string_view name :
       {"", "127.evil.example", "10.0.0.1", "::2", "localhost.test"}) {
    EXPECT_FALSE(is_loopback(name)) << name;
  }
}

}  // namespace
}  // namespace graphfault::http
