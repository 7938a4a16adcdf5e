// SPDX-License-Identifier: MIT
#pragma once

#include "journal/exchange.hpp"

#include <string>
#include <vector>

namespace graphfault::control {

/// REQUIRES: ordered by sequence. Appends the exchanges as a JSON array, one line each; the
/// operations of a batch stand under their parent's `operations`, unless the parent is not among
/// them. Written without a document tree, since a journal may hold tens of megabytes.
void append_exchanges(std::string& out, const std::vector<journal::Exchange>& exchanges);

}  // namespace graphfault::control
