// SPDX-License-Identifier: MIT
// Did the client cope: all findings of a tenant, what its scenario asks beyond them, and pass or
// fail.
#pragma once

#include "scenario/model.hpp"
#include "verdict/findings/finding.hpp"
#include "verdict/record/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::verdict {

/// One line of `verdict.requests`, counted.
struct CountedRequests {
  std::string text{};
  std::uint64_t min = 0;
  std::uint64_t max = 0;
  std::uint64_t seen = 0;

  bool kept() const { return seen >= min && seen <= max; }
};

struct Verdict {
  bool passed = false;
  bool pending = false;             ///< a finding that counts is still open
  std::vector<Finding> findings{};  ///< in the order of rules(), ignored ones left out
  std::vector<CountedRequests> requests{};
  std::vector<std::string> reasons{};  ///< why it failed, one sentence each; empty where it passed
  std::vector<std::string> unmet{};    ///< those of the reasons that are no finding's
  std::uint64_t exchanges = 0;
  std::uint64_t dropped = 0;  ///< exchanges that the journal no longer held
};

/// What is known of a tenant beside its exchanges.
struct Circumstances {
  std::vector<std::uint64_t> rule_plays{};  ///< by rule number from 1
  std::uint64_t dropped = 0;
  std::optional<int> client_exit{};  ///< the child's exit code, under `run`
  std::string client_trouble{};      ///< why it did not end by itself, under `run`; empty: it did
};

/// Fails where a must fails, a required finding failed or was not exercised, a request count is
/// off, a rule was never played (unless optional), no request came at all, or the client did not
/// end by itself with the exit code asked for.
Verdict judge(const scenario::Scenario& scenario, const Record& record,
              const Circumstances& circumstances);

}  // namespace graphfault::verdict
