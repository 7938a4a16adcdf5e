// SPDX-License-Identifier: MIT
// The rule that came nearest to a call no rule answered, and why it did not.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/rules/rule_index.hpp"
#include "journal/exchange.hpp"
#include "scenario/model.hpp"
#include "scenario/when.hpp"

#include <optional>
#include <string>

namespace graphfault::engine {

/// Among rules whose path takes the call, the one that failed last in the order of matching.
struct NearestRule {
  const scenario::Rule* rule = nullptr;
  scenario::Mismatch why{};

  /// Keeps the nearer of the two; the earlier in the file where they are alike.
  void consider(const scenario::Rule& other, const scenario::Mismatch& mismatch);
};

/// In words, for the journal. Rule 0 where there is none.
journal::NearMiss near_miss(const NearestRule& nearest);
/// The same for a call whose path no rule takes: the rule whose path agrees for longest.
journal::NearMiss near_path(const scenario::Scenario& scenario, const RuleIndex& index,
                            const Call& call);
/// `rule 3 matches, its script is played out`; `the nearest rule is 3 (a flaky patch): its method
/// is PATCH`. One line, as a header can carry it.
std::string hint_text(const journal::NearMiss& nearest);

}  // namespace graphfault::engine
