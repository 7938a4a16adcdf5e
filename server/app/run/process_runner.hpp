// SPDX-License-Identifier: MIT
#pragma once

#include "app/run/client_runner.hpp"
#include "app/run/launch.hpp"

#include <optional>
#include <sys/types.h>

namespace graphfault::app {

/// Runs a client as a child process in a process group of its own. SIGTERM, SIGINT and SIGHUP are
/// passed on to that group; a second one kills it. To be made before any other thread, and only
/// once: it blocks those signals, and adopts what the client's processes leave behind.
class ProcessRunner final : public ClientRunner {
 public:
  ProcessRunner();

  tl::expected<ClientEnd, Problem> run(const ClientCommand& command) override;

 private:
  std::vector<int> inherited_{};  ///< descriptors that we were started with: the client gets them
};

}  // namespace graphfault::app
