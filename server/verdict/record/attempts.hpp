// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/record/record.hpp"

#include <vector>

namespace graphfault::verdict {

/// Puts the requests that are attempts of one call together. A later request continues a call when
/// method, URL, body and caller agree, it began after the last attempt's answer had left, that
/// answer was no success, and neither Retry-Attempt nor client-request-id says otherwise. Where no
/// header tells them apart, and requests for the same thing overlapped or are explained as well by
/// workers side by side, each of which waited, the calls are marked unclear.
std::vector<Attempts> group_attempts(const std::vector<const Exchange*>& requests,
                                     Duration tolerance);

}  // namespace graphfault::verdict
