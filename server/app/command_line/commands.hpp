// SPDX-License-Identifier: MIT
// The commands' rows for the command line, and the commands themselves.
#pragma once

#include "app/command_line/command_options.hpp"
#include "app/command_line/option.hpp"

#include <iosfwd>

namespace graphfault::app {

/// Where a command writes.
struct Streams {
  std::ostream& out;
  std::ostream& err;
};

/// The rows write into the options, which outlive them.
Command serve_command(ServeOptions& options);
Command check_command(CheckOptions& options);
Command explain_command(ExplainOptions& options);
Command errors_command(ErrorsOptions& options);
Command token_command(TokenOptions& options);
Command ca_command(CaOptions& options);
Command healthcheck_command(HealthcheckOptions& options);
Command run_command(RunOptions& options);
Command verdict_command(VerdictOptions& options);

/// Each returns the exit code.
int serve(const ServeOptions& options, const Streams& streams);
int check(const CheckOptions& options, const Streams& streams);
int explain(const ExplainOptions& options, const Streams& streams);
int errors(const ErrorsOptions& options, const Streams& streams);
int token(const TokenOptions& options, const Streams& streams);
int ca(const CaOptions& options, const Streams& streams);
int healthcheck(const HealthcheckOptions& options, const Streams& streams);
int run_clients(const RunOptions& options, const Streams& streams);
int ask_verdict(const VerdictOptions& options, const Streams& streams);

}  // namespace graphfault::app
