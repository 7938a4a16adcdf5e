// SPDX-License-Identifier: MIT
// Which rule answers: the first that matches and still has a step to play.
#pragma once

#include "engine/answers/outcome.hpp"
#include "engine/rules/near_miss.hpp"

namespace graphfault::engine {

enum class Asked {
  all_rules,          ///< the caller is taken, or needs no token
  token_state_rules,  ///< authentication refuses the caller: only rules that ask about that
};

struct Choice {
  const scenario::Rule* rule = nullptr;  ///< null: none
  std::size_t step = 0;                  ///< from 0
  NearestRule nearest{};                 ///< where there is none
};

/// Matches and advances. A `pass` step takes its turn and lets later rules answer.
Choice choose(const Call& call, Asked asked, const CallContext& context);

}  // namespace graphfault::engine
