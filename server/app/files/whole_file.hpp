// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace graphfault::app {

/// Who may read a file.
enum class FileAudience { owner, everybody };

/// True where nothing is of that name, or a plain file: one that may be put there or taken away. A
/// link (`/dev/stdout` is one), a pipe, a device and a folder stay what they are.
bool is_replaceable(const std::string& path);

/// Puts the file there whole or not at all, in place of one of that name. What is not replaceable
/// is written as it is.
tl::expected<void, Problem> write_whole_file(const std::string& path, std::string_view bytes,
                                             FileAudience audience);

}  // namespace graphfault::app
