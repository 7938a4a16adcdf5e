// SPDX-License-Identifier: MIT
#include "app/serving/addresses.hpp"

#include <algorithm>

namespace graphfault::app {
namespace {

bool answers_localhost(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "0.0.0.0" ||
         host == "::";
}

}  // namespace

std::string address_of(const std::vector<std::string>& hosts, std::uint16_t port,
                       const std::string& scheme) {
  std::string host = "localhost";
  if (!hosts.empty() && std::none_of(hosts.begin(), hosts.end(), answers_localhost)) {
    host = hosts.front();
  }
  if (host.find(':') != std::string::npos) {
    host = '[' + host + ']';
  }
  return scheme + "://" + host + ':' + std::to_string(port);
}

}  // namespace graphfault::app
