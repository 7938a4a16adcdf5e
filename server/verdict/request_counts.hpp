// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <vector>

namespace graphfault::verdict {

/// How often each asked-for request came; batch operations count like single requests.
std::vector<CountedRequests> count_requests(const std::vector<scenario::RequestCount>& asked,
                                            const Record& record);

}  // namespace graphfault::verdict
