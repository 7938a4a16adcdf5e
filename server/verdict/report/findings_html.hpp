// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <cstddef>
#include <string>

namespace graphfault::verdict {

/// How much evidence of one finding is shown; how much more there is, is said.
inline constexpr std::size_t kEvidenceShown = 100;

/// Each finding as a <details>, what failed first; failed and pending ones are open,
/// those that were not exercised folded into one. `data-finding` names it. Evidence links to the
/// exchanges, whose ids are `anchor` and the sequence.
void append_findings_html(std::string& out, const Verdict& verdict, const std::string& anchor);

}  // namespace graphfault::verdict
