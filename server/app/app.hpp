// SPDX-License-Identifier: MIT
#pragma once

namespace graphfault::app {

/// The whole program: returns its exit code (exit_code.hpp). Never throws.
int run(int argc, const char* const* argv);

}  // namespace graphfault::app
