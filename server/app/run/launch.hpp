// SPDX-License-Identifier: MIT
#pragma once

#include "app/run/client_runner.hpp"

#include <sys/types.h>
#include <vector>

namespace graphfault::app {

/// The descriptors that are open now, in order.
std::vector<int> open_descriptors();

enum class Lend { nothing, terminal };

/// Starts the client in a process group of its own, as a shell would: signals at their defaults,
/// none blocked, only the `inherited` descriptors open. It goes with us where we are killed. No
/// shell is involved; the program is looked for along PATH. A problem where it cannot be started.
tl::expected<pid_t, Problem> launch(const ClientCommand& command, const std::vector<int>& inherited,
                                    Lend lend);

}  // namespace graphfault::app
