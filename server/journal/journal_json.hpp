// SPDX-License-Identifier: MIT
// Exchanges as the control API shows them.
#pragma once

#include "base/json.hpp"
#include "journal/journal.hpp"

#include <span>

namespace graphfault::journal {

/// One exchange: `sequence`, `begun`, `left`, `sent`, `bytes`, `aborted`, `request`, `caller`,
/// `response`, and `played` (rule 0: the emulation) with, where no rule answered, `nearest`.
/// Members that have nothing to say are left out; times are UTC with milliseconds; waits are texts
/// (`2s`).
Json to_json(const Exchange& exchange);

/// `{"recorded":N,"dropped":N,"bytes":N,"exchanges":[...]}`, in order; operations of a batch stand
/// in its `operations`. One whose batch isn't among `exchanges` stands by itself, with its
/// `parent`.
Json to_json(std::span<const Exchange> exchanges, const JournalTotals& totals);

}  // namespace graphfault::journal
