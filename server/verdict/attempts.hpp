// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/record.hpp"

#include <vector>

namespace graphfault::verdict {

/// Puts the requests that are attempts of one call together. A later request continues a call when
/// method, URL, body and caller agree, it began after the last attempt's answer had left, that
/// answer was no success, and neither Retry-Attempt nor client-request-id says otherwise. Where
/// requests for the same thing overlapped and no header tells them apart, the calls are marked
/// unclear.
std::vector<Attempts> group_attempts(const std::vector<const Exchange*>& requests);

}  // namespace graphfault::verdict
