// SPDX-License-Identifier: MIT
#pragma once

namespace graphfault::app {

/// The program's exit codes, as docs and scripts know them.
enum ExitCode : int {
  kGood = 0,       ///< also on SIGTERM
  kFailed = 1,     ///< a file or a client failed
  kMisused = 2,    ///< the command line, or a scenario at start-up, is wrong
  kPortTaken = 3,  ///< another server has the port
};

}  // namespace graphfault::app
