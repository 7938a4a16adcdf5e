// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace graphfault::app {

/// A report that a command writes at its end. Whether it can be written is known at its beginning.
class OutputFile {
 public:
  /// Makes the folders on the way. An old file of that name stays until write().
  static Result<OutputFile> open(const std::string& path);

  /// The whole content, in place of what was there.
  tl::expected<void, Problem> write(std::string_view text) const;

 private:
  explicit OutputFile(std::string path);
  std::string path_;
};

}  // namespace graphfault::app
