// SPDX-License-Identifier: MIT
// The catalogues as Markdown: what `graphfault errors --markdown` prints and
// docs/fidelity.md holds (a test keeps the two the same).
#pragma once

#include <string>

namespace graphfault::graph {

/// `| status | id | code | message | evidence | source |`, every entry of error_catalogue().
std::string error_table_markdown();
/// `| AADSTS | status | error | text | evidence | source |`, every entry of sign_in_errors().
std::string sign_in_table_markdown();

}  // namespace graphfault::graph
