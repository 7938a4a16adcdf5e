// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace graphfault::app {

/// What `graphfault errors WHICH` prints: a table of all entries where `which` is empty, of several
/// that it names, or one entry in full, with its headers and body as they leave. A problem with
/// the nearest name where nothing has that name.
Result<std::string> error_text(std::string_view which);

}  // namespace graphfault::app
