// SPDX-License-Identifier: MIT
#pragma once

#include "base/guarded.hpp"
#include "engine/rules/rule_index.hpp"
#include "scenario/model.hpp"

#include <map>
#include <memory>

namespace graphfault::engine {

/// One rule index per scenario, made at first use and shared by all its tenants. Threads: of() may
/// be called from any.
class RuleIndexes {
 public:
  /// Forgotten once neither a tenant nor the caller holds it.
  std::shared_ptr<const RuleIndex> of(const std::shared_ptr<const scenario::Scenario>& scenario);

 private:
  struct Entry {
    std::weak_ptr<const scenario::Scenario> scenario{};  // an address may be used again
    std::weak_ptr<const RuleIndex> index{};
  };
  using Entries = std::map<const scenario::Scenario*, Entry>;

  static std::shared_ptr<const RuleIndex> living(const Entries& entries,
                                                 const scenario::Scenario* scenario);

  Guarded<Entries> entries_;
};

}  // namespace graphfault::engine
