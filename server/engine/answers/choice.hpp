// SPDX-License-Identifier: MIT
// Which rule answers: the first that matches and still has a step to play.
#pragma once

#include "engine/answers/outcome.hpp"
#include "engine/rules/near_miss.hpp"
#include "scenario/asked.hpp"

namespace graphfault::engine {

enum class Tried {
  all_rules,          ///< the caller is taken, or needs no token
  token_state_rules,  ///< authentication refuses the caller: only rules that ask about that
};

struct Choice {
  const scenario::Rule* rule = nullptr;  ///< null: none
  std::size_t step = 0;                  ///< from 0
  NearestRule nearest{};                 ///< where there is none
};

/// Matches and advances. A `pass` step takes its turn and lets later rules answer. `asked` is
/// asked_of(call).
Choice choose(const Call& call, const scenario::Asked& asked, Tried tried,
              const CallContext& context);

}  // namespace graphfault::engine
