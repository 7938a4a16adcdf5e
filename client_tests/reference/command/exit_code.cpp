// SPDX-License-Identifier: MIT
#include "command/exit_code.hpp"

namespace graphclient {

ExitCode exit_code(FailureKind kind) {
  switch (kind) {
    case FailureKind::refused:
    case FailureKind::step_up:
      return ExitCode::refused;
    case FailureKind::exhausted:
    case FailureKind::broken:
      return ExitCode::exhausted;
  }
  return ExitCode::refused;
}

}  // namespace graphclient
