// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace graphfault::app {

/// `SIGTERM`; `signal 77` where it has no name.
std::string signal_name(int number);

}  // namespace graphfault::app
