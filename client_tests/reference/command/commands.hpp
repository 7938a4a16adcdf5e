// SPDX-License-Identifier: MIT
// The subcommands, each as a function of a session: no command line, no environment.
#pragma once

#include "command/exit_code.hpp"
#include "graph/session.hpp"
#include "graph/users_query.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace graphclient {

/// Where a command's result and its complaints go.
struct Console {
  std::ostream& out;
  std::ostream& err;
};

struct UsersCommand {
  UsersQuery query{};
  std::string out_file{};     ///< empty: Console::out
  bool keep_partial = false;  ///< what was read before a failure goes to out_file + ".partial"
};
/// Lists users to a JSON array. The file appears only when the listing is complete.
ExitCode run_users(Session& session, const UsersCommand& command, const Console& console);

struct GetCommand {
  std::string path{};
  bool eventual = false;
};
/// One GET; prints the body as it came.
ExitCode run_get(Session& session, const GetCommand& command, const Console& console);

struct BatchCommand {
  std::string file{};
  std::string out_file{};
};
/// Runs the operations of a file; prints one outcome per operation.
ExitCode run_batch_file(Session& session, const BatchCommand& command, const Console& console);

struct DeltaCommand {
  std::string path = "/users/delta";
  std::string state_file{};  ///< read if it exists, written when the round is complete
};
ExitCode run_delta(Session& session, const DeltaCommand& command, const Console& console);

struct UpdateCommand {
  std::string id{};
  std::vector<std::string> assignments{};  ///< key=value; a value that is JSON is taken as JSON
};
ExitCode run_update(Session& session, const UpdateCommand& command, const Console& console);

/// Writes to the file, or to Console::out where `file` is empty; complains and says `local` where
/// that fails.
ExitCode write_result(const std::string& file, const std::string& content, const Console& console);
/// Prints the report; the exit code of its kind.
ExitCode complain(const Failure& failure, const Console& console);

}  // namespace graphclient
