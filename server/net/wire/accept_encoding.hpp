// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace graphfault::net {

/// True where an Accept-Encoding value allows gzip: named (or x-gzip, or by `*` where it isn't),
/// with a weight above 0.
bool allows_gzip(std::string_view accept_encoding);

}  // namespace graphfault::net
