// SPDX-License-Identifier: MIT
// Where each rule's script stands, for each thing it is counted for.
#pragma once

#include "base/bounded_map.hpp"
#include "engine/calls/call.hpp"
#include "scenario/model.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

/// A place in a script: the step whose turn is next, and how often it was played already.
struct ScriptPosition {
  std::size_t step = 0;  ///< from 0; the number of steps: played out
  std::uint64_t played = 0;

  bool operator==(const ScriptPosition&) const = default;
};

/// Not thread-safe: take() under the tenant's lock is what makes match-and-advance one atomic act.
class Scripts {
 public:
  /// Positions of rules counted per url, token or app are kept for the newest `max_keys` keys.
  explicit Scripts(std::size_t rules, std::size_t max_keys = 100'000);

  /// Takes the next turn of the rule's script for this call: the index of the step to play, or
  /// nothing where the script is played out.
  std::optional<std::size_t> take(const scenario::Rule& rule, const Call& call);
  /// Times the rule was played, over all keys.
  std::uint64_t plays(const scenario::Rule& rule) const;
  /// Where the rule stands for the whole tenant; for others than Per::tenant, nothing.
  std::optional<ScriptPosition> position(const scenario::Rule& rule) const;
  /// How many keys are held, over all rules.
  std::size_t keys() const { return keyed_.size(); }

 private:
  ScriptPosition& position_for(const scenario::Rule& rule, const Call& call);

  std::vector<ScriptPosition> whole_;  // by rule number - 1
  std::vector<std::uint64_t> plays_;
  BoundedMap<ScriptPosition> keyed_;
  std::string key_;  // scratch
};

}  // namespace graphfault::engine
