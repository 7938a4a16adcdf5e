// SPDX-License-Identifier: MIT
#pragma once

#include "http/headers.hpp"
#include "scenario/loading/reading/loading.hpp"

namespace graphfault::scenario {

/// A map from names to a value or a list of values; repeats and order are kept.
http::Headers read_headers(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
