// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"
#include "journal/exchange.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::journal {

/// `sequence`, `begun`, `left`, `sent`, `bytes`, `aborted`, `request`, `caller`, `response`, and
/// `played` (rule 0: the emulation) with, where no rule answered, `nearest`. Members that have
/// nothing to say are left out; times are UTC with milliseconds; waits are texts (`2s`).
Json exchange_json(const Exchange& exchange);

/// What an HAR entry says beyond HAR: `_sequence`, `_surface`, `_token` and the like.
void put_har_members(Json& entry, const Exchange& exchange);

/// REQUIRES: ordered by sequence. Appends each as one line of JSON, with `separator` between them;
/// the operations of a batch stand in its `operations`, unless the batch is not among them. Only
/// one exchange at a time is a document tree, since a journal may hold tens of megabytes.
void append_exchanges(std::string& out, const std::vector<Exchange>& exchanges,
                      std::string_view separator);

}  // namespace graphfault::journal
