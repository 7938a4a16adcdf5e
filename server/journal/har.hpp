// SPDX-License-Identifier: MIT
// Exchanges as HAR 1.2 (HTTP Archive), which browsers' tools and proxies open.
#pragma once

#include "base/json.hpp"
#include "journal/exchange.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::journal {

/// One entry with every field that HAR 1.2 requires. What it has no field for: the comment says who
/// answered, `_sequence` the place in the journal, `_error` a connection that broke (status 0), and
/// `_batch` and `_operation` an operation, which was never on the wire by itself. Bytes that are no
/// text are base64; what a kept body lacks, the comment beside it says.
Json har_entry(const Exchange& exchange);

/// REQUIRES: ordered by sequence. Appends the whole archive; only one entry at a time is a document
/// tree. `version` is the creator's, `comment` says whose journal it is.
void append_har(std::string& out, const std::vector<Exchange>& exchanges, std::string_view version,
                std::string_view comment);

}  // namespace graphfault::journal
