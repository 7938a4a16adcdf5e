// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace graphclient {

/// The whole file, or what is wrong with it.
tl::expected<std::string, std::string> read_file(const std::string& path);
/// True where there is something at `path`.
bool file_exists(const std::string& path);
/// Writes beside `path` and then renames, so that nobody ever sees half of it and a failure leaves
/// what was there; what is no file (a pipe, a device) is written to as it stands. The error names
/// the file and the cause; empty: done.
std::string write_file_whole(const std::string& path, const std::string& content);

}  // namespace graphclient
