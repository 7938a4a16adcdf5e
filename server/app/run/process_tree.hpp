// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

namespace graphfault::app {

/// From now on a process whose parent ends, and that one of ours has started, becomes our child.
void adopt_orphans();

/// Ends what is left of our children and theirs: after a moment in which they may end by
/// themselves SIGTERM, after `grace` SIGKILL. Returns when none is left: how many had to be told.
std::size_t end_descendants(std::chrono::milliseconds grace);

}  // namespace graphfault::app
