// SPDX-License-Identifier: MIT
#pragma once

#include "app/serving/addresses.hpp"
#include "base/result.hpp"

#include <string>

namespace graphfault::app {

/// `--ready-file`: there while the server answers, so that a script can wait for it. Without a
/// path it does nothing. What is there and no plain file, such as a pipe, is written and stays.
class ReadyFile {
 public:
  /// Takes away what an earlier server has left.
  explicit ReadyFile(std::string path);
  ~ReadyFile();  ///< takes it away
  ReadyFile(const ReadyFile&) = delete;
  ReadyFile& operator=(const ReadyFile&) = delete;

  /// Writes `{"http": ..., "https": ..., "control": ..., "pid": ...}`; never seen half-written.
  tl::expected<void, Problem> write(const Addresses& addresses) const;

 private:
  std::string path_;
};

}  // namespace graphfault::app
