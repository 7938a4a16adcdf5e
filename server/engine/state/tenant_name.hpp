// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphfault::engine {

struct TenantName {
  std::string scenario{};
  std::string label{};  ///< empty: none

  /// `scenario` or `scenario.label`, lower case.
  std::string text() const;
  bool operator==(const TenantName&) const = default;
};
/// Letters, digits and `-`, one dot at most; lowered.
std::optional<TenantName> parse_tenant_name(std::string_view text);

}  // namespace graphfault::engine
