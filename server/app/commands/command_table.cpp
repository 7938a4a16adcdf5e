// SPDX-License-Identifier: MIT
#include "app/commands/command_table.hpp"

#include "app/commands/ca.hpp"
#include "app/commands/check.hpp"
#include "app/commands/errors.hpp"
#include "app/commands/explain.hpp"
#include "app/commands/healthcheck.hpp"
#include "app/commands/run_command.hpp"
#include "app/commands/serve_command.hpp"
#include "app/commands/token.hpp"
#include "app/commands/verdict_command.hpp"

#include <memory>

namespace graphfault::app {
namespace {

template <class Options>
Command with_defaults(Command (*command)(const std::shared_ptr<Options>&)) {
  return command(std::make_shared<Options>());
}

}  // namespace

std::vector<Command> command_table() {
  return {with_defaults(serve_command),      with_defaults(run_command),
          with_defaults(check_command),      with_defaults(explain_command),
          with_defaults(errors_command),     with_defaults(verdict_command),
          with_defaults(token_command),      with_defaults(ca_command),
          with_defaults(healthcheck_command)};
}

}  // namespace graphfault::app
