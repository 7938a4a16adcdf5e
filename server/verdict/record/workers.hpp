// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/record/record.hpp"

#include <vector>

namespace graphfault::verdict {

/// True where requests for the same thing, in order, can be told as those of workers side by side:
/// each refusal of one that should come back has a request of its own that came soon after the wait
/// it asked for, but for the last refusals of workers that began together and had come back before.
bool may_be_workers(const std::vector<const Exchange*>& same_requests, Duration tolerance);

}  // namespace graphfault::verdict
