// SPDX-License-Identifier: MIT
#pragma once

#include "call/failure.hpp"

namespace graphclient {

enum class ExitCode {
  success = 0,
  local = 1,      ///< a file here could not be read or written
  usage = 2,      ///< the command line is wrong
  refused = 3,    ///< the service said no; trying again will not help
  exhausted = 4,  ///< attempts or time are used up, or nobody answered
  partial = 5,    ///< a part was done or kept, and the rest was not
};

ExitCode exit_code(FailureKind kind);
inline int number_of(ExitCode code) { return static_cast<int>(code); }

}  // namespace graphclient
