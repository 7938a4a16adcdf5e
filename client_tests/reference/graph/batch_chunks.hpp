// SPDX-License-Identifier: MIT
#pragma once

#include "graph/batch_operation.hpp"

#include <cstddef>
#include <vector>

namespace graphclient {

inline constexpr std::size_t kMostInBatch = 20;

/// Which operations go into one $batch together: positions in `operations`. Those that depend on
/// one another stay together, in their order and without strangers, because Graph takes a batch
/// only where it is fully sequential or fully parallel; the independent ones are packed by 20. A
/// group of more than 20 is cut where it must: what depends on an earlier chunk comes later.
std::vector<std::vector<std::size_t>> batch_chunks(const std::vector<Operation>& operations);

}  // namespace graphclient
