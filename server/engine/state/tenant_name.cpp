// SPDX-License-Identifier: MIT
#include "engine/state/tenant_name.hpp"

#include "base/letter_case.hpp"

#include <algorithm>

namespace graphfault::engine {
namespace {

constexpr std::size_t kLongestName = 200;

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string TenantName::text() const { return label.empty() ? scenario : scenario + "." + label; }

std::optional<TenantName> parse_tenant_name(std::string_view text) {
  if (text.size() > kLongestName) {
    return std::nullopt;
  }
  const std::string name = lower(text);
  const std::size_t dot = name.find('.');
  TenantName parsed{.scenario = name.substr(0, dot)};
  if (dot != std::string::npos) {
    parsed.label = name.substr(dot + 1);
    if (!is_word(parsed.label)) {
      return std::nullopt;
    }
  }
  return is_word(parsed.scenario) ? std::optional(std::move(parsed)) : std::nullopt;
}

}  // namespace graphfault::engine
