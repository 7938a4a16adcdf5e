// SPDX-License-Identifier: MIT
#include "engine/answers/batch_run.hpp"

#include "engine/answers/answer_call.hpp"
#include "engine/answers/compose.hpp"
#include "engine/answers/counted.hpp"
#include "engine/answers/journal_entry.hpp"
#include "engine/calls/asked.hpp"
#include "graph/batch/batch.hpp"
#include "graph/batch/batch_response.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/paths/graph_path.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace graphfault::engine {
namespace {

using graph::BatchOperation;
using graph::OperationResult;

// What the call of an operation needs of the batch, and what has become of those before it.
struct BatchRun {
  const Call& batch;
  const CallContext& context;
  Outcome& outcome;
  std::vector<PlayedOperation>& played;
  std::vector<OperationResult> results{};  // without headers and bodies
  Duration slowest{};
};

int status_of(const Made& made) {
  if (const auto* const error = std::get_if<graph::GraphError>(&made)) {
    return error->status;
  }
  const auto* const emulated = std::get_if<Emulated>(&made);
  return emulated != nullptr ? emulated->status : std::get<AuthoredReply>(made).response.status;
}

Result<Call> operation_call(BatchOperation&& operation, int position, const BatchRun& run) {
  Call call;
  call.request = {.method = std::move(operation.method),
                  .target = graph::operation_target(operation.url, run.batch.version),
                  .headers = std::move(operation.headers),
                  .body = std::move(operation.body),
                  .scheme = run.batch.request.scheme,
                  .host = run.batch.request.host,
                  .peer = run.batch.request.peer,
                  .version = run.batch.request.version,
                  .proxied = run.batch.request.proxied};
  call.operation = {.id = operation.id,
                    .position = position,
                    .batch_sequence = run.context.sequence,
                    .depends_on = std::move(operation.depends_on)};
  Result<http::Target> target = http::parse_target(call.request.target);
  if (!target) {
    return tl::unexpected(std::move(target.error()));
  }
  graph::GraphPath path = graph::graph_path(target->segments);
  call.target = std::move(*target);
  call.version = std::move(path.version);
  call.segments = std::move(path.segments);
  call.base = run.batch.base;
  call.caller = run.batch.caller;
  call.received = run.batch.received;
  call.tenant_now = run.batch.tenant_now;
  return call;
}

void add(Aftermath&& more, Aftermath& all) {
  std::move(more.windows.begin(), more.windows.end(), std::back_inserter(all.windows));
  std::move(more.effects.begin(), more.effects.end(), std::back_inserter(all.effects));
}

void note(Call&& call, Outcome&& outcome, BatchRun& run) {
  run.slowest = std::max(run.slowest, outcome.delay);
  add(std::move(outcome.aftermath), run.outcome.aftermath);
  run.results.push_back({.id = call.operation->id, .status = status_of(outcome.made)});
  run.played.push_back({.call = std::move(call),
                        .outcome = std::move(outcome),
                        .sequence = run.context.journal.next_sequence()});
}

void run_operation(BatchOperation&& operation, BatchRun& run) {
  const int position = static_cast<int>(run.results.size()) + 1;
  const bool can_run = std::none_of(
      operation.dependencies.begin(), operation.dependencies.end(),
      [&run](std::size_t dependency) { return graph::has_failed(run.results[dependency]); });
  std::string id = operation.id;
  Result<Call> call = operation_call(std::move(operation), position, run);
  Outcome outcome;
  if (!call) {
    Call unreadable;
    unreadable.operation = {.id = std::move(id), .position = position};
    outcome.made = graph::make_error("bad-request");
    return note(std::move(unreadable), std::move(outcome), run);
  }
  if (can_run) {
    outcome = answer_call(*call, run.context);
  } else {
    outcome.made = graph::failed_dependency();
    outcome.counted = counted(scenario::Asked(asked_of(*call)), run.context);
    outcome.hint = "an operation it depends on failed: no step was played";
  }
  note(std::move(*call), std::move(outcome), run);
}

// Without the details or the body that the operations give it.
Made batch_answer(const std::vector<OperationResult>& results,
                  const scenario::BatchSettings& settings) {
  if (settings.details_on_failure &&
      std::any_of(results.begin(), results.end(), graph::has_failed)) {
    return graph::GraphError{
        .status = settings.status, .code = settings.code, .message = settings.message};
  }
  return Emulated{.status = 200, .headers = {{"Content-Type", "application/json"}}};
}

OperationResult finish(PlayedOperation&& played, std::uint64_t batch, const AnswerContext& context,
                       std::vector<journal::PackedExchange>* recorded) {
  Call& call = played.call;
  http::Response response = compose_response(played.outcome, call, context);
  OperationResult result{.id = call.operation->id, .status = response.status};
  if (recorded != nullptr) {
    EntryValues values{
        .sequence = played.sequence, .parent = batch, .body_hash = hash_of_body(call.request.body)};
    recorded->push_back(journal::pack(
        entry_of(std::move(call), played.outcome, response, context, std::move(values))));
  }
  result.headers = std::move(response.headers);
  result.body = std::move(response.body);
  return result;
}

}  // namespace

void run_batch(const Call& batch, const CallContext& context, Outcome& outcome) {
  tl::expected<graph::Batch, graph::GraphError> parsed = graph::parse_batch(batch.request.body);
  if (!parsed) {
    outcome.made = std::move(parsed.error());
    return;
  }
  const bool misspelt =
      std::any_of(parsed->operations.begin(), parsed->operations.end(),
                  [](const BatchOperation& operation) { return operation.misspelt_depends_on; });
  auto played = std::make_shared<PlayedBatch>();
  played->sequence = context.sequence;
  played->operations.reserve(parsed->operations.size());
  BatchRun run{
      .batch = batch, .context = context, .outcome = outcome, .played = played->operations};
  for (BatchOperation& operation : parsed->operations) {
    run_operation(std::move(operation), run);
  }
  if (misspelt) {
    outcome.hint = "depends_on was read as dependsOn, the name that Graph uses";
  }
  outcome.delay += run.slowest;
  outcome.made = batch_answer(run.results, context.state.scenario->batch);
  outcome.batch = std::move(played);
}

void finish_batch(Outcome& outcome, const AnswerContext& context,
                  std::vector<journal::PackedExchange>* recorded) {
  PlayedBatch& batch = *outcome.batch;
  std::vector<OperationResult> results;
  results.reserve(batch.operations.size());
  for (PlayedOperation& operation : batch.operations) {
    results.push_back(finish(std::move(operation), batch.sequence, context, recorded));
  }
  if (auto* const error = std::get_if<graph::GraphError>(&outcome.made)) {
    *error = graph::with_failed_operations(std::move(*error), results);
  } else {
    std::get<Emulated>(outcome.made).body = graph::batch_response_body(results);
  }
  outcome.batch.reset();
}

}  // namespace graphfault::engine
