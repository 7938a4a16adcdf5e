// SPDX-License-Identifier: MIT
#include "command/commands.hpp"
#include "command/file.hpp"
#include "graph/batch.hpp"

#include <fmt/format.h>

namespace graphclient {
namespace {

Json describe(const ServiceError& error) {
  Json out = Json::object();
  out["code"] = specific_code(error);
  out["message"] = error.message;
  out["request-id"] = error.request_id;
  return out;
}

Json describe(const OperationOutcome& outcome) {
  Json out = Json::object();
  out["id"] = outcome.id;
  out["status"] = outcome.status;
  out["done"] = outcome.done;
  out["tries"] = outcome.tries;
  if (outcome.error) {
    out["error"] = describe(*outcome.error);
  } else if (!outcome.body.is_null()) {
    out["body"] = outcome.body;
  }
  return out;
}

ExitCode judge(const BatchOutcome& outcome) {
  const int total = static_cast<int>(outcome.operations.size());
  if (outcome.succeeded() == total) {
    return ExitCode::success;
  }
  if (outcome.succeeded() > 0) {
    return ExitCode::partial;
  }
  return outcome.failure ? exit_code(outcome.failure->kind) : ExitCode::refused;
}

/// The operations that failed, but for those that the report of the whole batch names.
void tell_failed(const BatchOutcome& outcome, const Console& console) {
  const std::size_t total = outcome.operations.size();
  if (static_cast<std::size_t>(outcome.succeeded()) == total) {
    return;
  }
  console.err << fmt::format("graphclient: {} of {} {} done\n", outcome.succeeded(), total,
                             total == 1 ? "operation" : "operations");
  if (outcome.failure && !outcome.failure->error.details.empty()) {
    return;
  }
  for (const OperationOutcome& one : outcome.operations) {
    if (one.error) {
      console.err << fmt::format("  {:<12} {}\n", one.id, summary(*one.error));
    }
  }
}

ExitCode print(const BatchOutcome& outcome, const BatchCommand& command, const Console& console) {
  Json list = Json::array();
  for (const OperationOutcome& one : outcome.operations) {
    list.push_back(describe(one));
  }
  const ExitCode written = write_result(command.out_file, pretty(list), console);
  return written == ExitCode::success ? judge(outcome) : written;
}

}  // namespace

ExitCode run_batch_file(Session& session, const BatchCommand& command, const Console& console) {
  const tl::expected<std::string, std::string> text = read_file(command.file);
  if (!text) {
    console.err << "graphclient: " << text.error() << "\n";
    return ExitCode::local;
  }
  const std::optional<Json> document = parse_json(*text);
  const auto operations =
      document ? read_operations(*document) : tl::unexpected(std::string("the file is not JSON"));
  if (!operations) {
    console.err << fmt::format("graphclient: {}: {}\n", command.file, operations.error());
    return ExitCode::usage;
  }
  const BatchOutcome outcome = run_batch(session, *operations);
  if (outcome.failure) {
    complain(*outcome.failure, console);
  }
  tell_failed(outcome, console);
  return print(outcome, command, console);
}

}  // namespace graphclient
