// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace graphclient::suite {

/// A program of ours, run as a child that does not outlive us. Its standard input is empty.
class ChildProcess {
 public:
  /// `output`: the file that takes its standard output and error; "" leaves them as ours.
  ChildProcess(const std::vector<std::string>& command, const std::string& output);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  /// Ends it (SIGTERM) where it still runs, and waits.
  ~ChildProcess();

  bool started() const { return pid_ > 0; }
  bool is_running();
  /// Waits for the end; the exit code, or 128 and the signal.
  int wait();

 private:
  pid_t pid_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

}  // namespace graphclient::suite
