// SPDX-License-Identifier: MIT
#include "command/commands.hpp"
#include "command/file.hpp"
#include "graph/delta_sync.hpp"

#include <fmt/format.h>

namespace graphclient {
namespace {

tl::expected<DeltaState, std::string> load_state(const std::string& file) {
  if (file.empty() || !file_exists(file)) {
    return DeltaState{};
  }
  const tl::expected<std::string, std::string> text = read_file(file);
  if (!text) {
    return tl::unexpected(text.error());
  }
  std::optional<DeltaState> state = read_delta_state(*text);
  if (!state) {
    return tl::unexpected(file + " has no saved state; remove the file for a full synchronisation");
  }
  return std::move(*state);
}

}  // namespace

ExitCode run_delta(Session& session, const DeltaCommand& command, const Console& console) {
  const tl::expected<DeltaState, std::string> state = load_state(command.state_file);
  if (!state) {
    console.err << "graphclient: " << state.error() << "\n";
    return ExitCode::local;
  }
  const DeltaRound round = sync_delta(session, session.url(command.path), *state);
  if (round.failure) {
    return complain(*round.failure, console);
  }
  if (!command.state_file.empty()) {
    const ExitCode written =
        write_result(command.state_file, write_delta_state(round.state), console);
    if (written != ExitCode::success) {
      return written;
    }
  }
  const std::string summary =
      fmt::format("{} changed, {} removed, {} in all{}\n", round.changed, round.removed,
                  round.state.items.size(), round.full_resync ? " (all read again)" : "");
  return write_result({}, summary, console);
}

}  // namespace graphclient
