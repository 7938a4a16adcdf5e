// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace graphfault::app {

/// How a program on this machine calls a server that listens on these hosts:
/// `http://localhost:8080`, or the first host where it listens on no loopback address.
std::string address_of(const std::vector<std::string>& hosts, std::uint16_t port,
                       const std::string& scheme = "http");

/// Where a running server answers.
struct Addresses {
  std::string http{};
  std::string https{};
  std::string control{};
};

}  // namespace graphfault::app
