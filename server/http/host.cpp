// SPDX-License-Identifier: MIT
#include "http/host.hpp"

#include "base/letter_case.hpp"

#include <algorithm>

namespace graphfault::http {

std::string host_name(std::string_view authority) {
  if (authority.starts_with('[')) {
    return lower(authority.substr(1, authority.find(']') - 1));
  }
  std::string name = lower(authority.substr(0, authority.find(':')));
  if (name.ends_with('.')) {
    name.pop_back();
  }
  return name;
}

bool is_loopback(std::string_view name) {
  return name == "localhost" || name == "::1" || (is_ip_address(name) && name.starts_with("127."));
}

bool is_ip_address(std::string_view name) {
  if (name.find(':') != std::string_view::npos) {
    return name.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
  }
  return std::count(name.begin(), name.end(), '.') == 3 &&
         name.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace graphfault::http
