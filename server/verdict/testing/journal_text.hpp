// SPDX-License-Identifier: MIT
// Journals as one-line texts, for the tables of the finding tests.
#pragma once

#include "verdict/findings/rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::verdict {

/// Exchanges separated by ` | `, each `BEGUN-MS METHOD TARGET STATUS [key=value]...`. Sequences
/// count from 1. An answer leaves 10 ms after its beginning unless `took=MS`, or not at all with
/// `under-way`. Keys: retry-after=2s,
/// code, token, state, app, id (client-request-id), attempt (Retry-Attempt), consistency, next
/// (nextLink target), empty, parent, op, needs (comma), body (its hash), form (request body),
/// lifetime (expires_in), challenge (its claims), run-out (a
/// 401 says that the token has), if-match, location, header (NAME:VALUE of the
/// answer), text (answer body), kept-in-part (its end is not kept), clock=MS (how far the tenant's
/// clock is ahead), frozen (it stands still), cut (aborted), fault, sequence.
std::vector<Exchange> journal_of(std::string_view text);

struct Row {
  std::string_view name{};
  std::string_view journal{};
  State state = State::not_exercised;
  bool ended = true;
};

/// Judges each row's journal by the rule and compares the state; the row's name and evidence are in
/// the failure.
void expect_states(Opinion (*rule)(const Record&), const std::vector<Row>& rows);

}  // namespace graphfault::verdict
