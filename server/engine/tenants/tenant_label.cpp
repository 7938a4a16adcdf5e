// SPDX-License-Identifier: MIT
#include "engine/tenants/tenant_label.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"

#include <algorithm>

namespace graphfault::engine {
namespace {

constexpr std::size_t kLongestDomain = 120;
constexpr std::size_t kShortestTop = 2;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_host_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

// `contoso.com`, `contoso.onmicrosoft.com`: the last part is all letters, so that a misspelt
// `scenario.t42` is none.
bool is_domain(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() > kLongestDomain) {
    return false;
  }
  const std::string_view top = name.substr(dot + 1);
  const bool is_host = std::all_of(name.begin(), name.end(),
                                   [](char c) { return c == '.' || is_host_character(c); });
  return is_host && name.find("..") == std::string_view::npos && name.front() != '.' &&
         top.size() >= kShortestTop && std::all_of(top.begin(), top.end(), is_letter);
}

}  // namespace

std::optional<std::string> foreign_tenant_label(std::string_view segment) {
  std::string name = lower(segment);
  if (is_guid(name) || name == "common" || name == "organizations" || name == "consumers") {
    return name;
  }
  if (!is_domain(name)) {
    return std::nullopt;
  }
  std::replace(name.begin(), name.end(), '.', '-');
  return name;
}

}  // namespace graphfault::engine
