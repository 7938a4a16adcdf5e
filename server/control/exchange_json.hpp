// SPDX-License-Identifier: MIT
#pragma once

#include "journal/exchange.hpp"

#include <string>
#include <vector>

namespace graphfault::control {

/// REQUIRES: ordered by sequence. Appends a JSON array, one exchange (journal::to_json) a line; the
/// operations of a batch stand in its `operations`, unless the batch is not among them. Only one
/// exchange at a time is a document tree, since a journal may hold tens of megabytes.
void append_exchanges(std::string& out, const std::vector<journal::Exchange>& exchanges);

}  // namespace graphfault::control
