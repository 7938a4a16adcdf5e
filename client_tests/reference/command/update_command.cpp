// SPDX-License-Identifier: MIT
#include "command/commands.hpp"
#include "graph/update.hpp"
#include "wire/url.hpp"

#include <fmt/format.h>

namespace graphclient {
namespace {

/// nullopt: an assignment without a key.
std::optional<Json> read_assignments(const std::vector<std::string>& assignments) {
  Json changes = Json::object();
  for (const std::string& assignment : assignments) {
    const std::size_t equals = assignment.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return std::nullopt;
    }
    const std::string value = assignment.substr(equals + 1);
    changes[assignment.substr(0, equals)] = parse_json(value).value_or(Json(value));
  }
  return changes;
}

}  // namespace

ExitCode run_update(Session& session, const UpdateCommand& command, const Console& console) {
  const std::optional<Json> changes = read_assignments(command.assignments);
  if (!changes || changes->empty()) {
    console.err << "graphclient: --set needs key=value, such as --set jobTitle=Auditor\n";
    return ExitCode::usage;
  }
  const tl::expected<UpdateOutcome, Failure> outcome =
      update_object(session, "/users/" + percent_encode(command.id), *changes);
  if (!outcome) {
    return complain(outcome.error(), console);
  }
  const std::string times =
      outcome->writes == 1 ? "" : fmt::format(" at write {}", outcome->writes);
  return write_result({}, fmt::format("updated {}{}\n", command.id, times), console);
}

}  // namespace graphclient
