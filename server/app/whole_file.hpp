// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace graphfault::app {

/// Who may read a file.
enum class FileAudience { owner, everybody };

/// Puts the file there whole or not at all, in place of one of that name.
tl::expected<void, Problem> write_whole_file(const std::string& path, std::string_view bytes,
                                             FileAudience audience);

}  // namespace graphfault::app
