// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace graphfault::engine {

class RuleIndexes;

/// What all tenants of a server share.
struct TenantOptions {
  std::uint64_t seed = 0;
  std::optional<Instant> frozen_at{};      ///< --clock: every tenant's clock stands there
  bool marks = true;                       ///< x-graphfault-rule and -hint
  std::size_t journal_bytes = 32U << 20U;  ///< 0: nothing is recorded
  /// Where tenants of one scenario find their rule index; the registry fills it in. Null: each
  /// makes its own.
  std::shared_ptr<RuleIndexes> indexes{};
};

}  // namespace graphfault::engine
