// SPDX-License-Identifier: MIT
// The catalogue's tables, one file per class of status. Each lives for ever.
#pragma once

#include "graph/errors/error_catalogue.hpp"

#include <vector>

namespace graphfault::graph::errors {

using Table = std::vector<ErrorEntry>;

const Table& bad_requests();      ///< 400
const Table& unauthorized();      ///< 401 and 402
const Table& forbidden();         ///< 403
const Table& missing();           ///< 404 to 408
const Table& conflicts();         ///< 409 to 412, and 423
const Table& unprocessable();     ///< 413 to 424, but for 423, and 431
const Table& throttled();         ///< 429 and 509
const Table& service_failures();  ///< 500 to 507

}  // namespace graphfault::graph::errors
