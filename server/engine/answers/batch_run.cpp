// SPDX-License-Identifier: MIT
#include "engine/answers/batch_run.hpp"

#include "engine/answers/answer_call.hpp"
#include "engine/answers/compose.hpp"
#include "engine/answers/journal_entry.hpp"
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

// What the call of an operation and its answer need of the batch.
struct BatchRun {
  const Call& batch;
  const CallContext& context;
  Outcome& outcome;
  Duration slowest{};
};

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

// Composes and records what an operation came to.
OperationResult finish(Call&& call, Outcome&& played, BatchRun& run) {
  http::Response response = compose_response(played, call, run.context.answering());
  run.slowest = std::max(run.slowest, played.delay);
  add(std::move(played.aftermath), run.outcome.aftermath);
  OperationResult result{.id = call.operation->id, .status = response.status};
  EntryValues values{.sequence = run.context.journal.next_sequence(),
                     .parent = run.context.sequence,
                     .body_hash = hash_of_body(call.request.body)};
  run.context.journal.record(journal::pack(
      entry_of(std::move(call), played, response, run.context.answering(), std::move(values))));
  result.headers = std::move(response.headers);
  result.body = std::move(response.body);
  return result;
}

OperationResult run_operation(BatchOperation&& operation, int position, bool can_run,
                              BatchRun& run) {
  std::string id = operation.id;
  Result<Call> call = operation_call(std::move(operation), position, run);
  Outcome played;
  if (!call) {
    Call unreadable;
    unreadable.operation = {.id = std::move(id), .position = position};
    played.made = graph::make_error("bad-request");
    return finish(std::move(unreadable), std::move(played), run);
  }
  if (can_run) {
    played = answer_call(*call, run.context);
  } else {
    played.made = graph::failed_dependency();
    played.hint = "an operation it depends on failed: no step was played";
  }
  return finish(std::move(*call), std::move(played), run);
}

Made batch_answer(const std::vector<OperationResult>& results,
                  const scenario::BatchSettings& settings) {
  if (settings.details_on_failure &&
      std::any_of(results.begin(), results.end(), graph::has_failed)) {
    graph::GraphError error{
        .status = settings.status, .code = settings.code, .message = settings.message};
    return graph::with_failed_operations(std::move(error), results);
  }
  return Emulated{.status = 200,
                  .headers = {{"Content-Type", "application/json"}},
                  .body = graph::batch_response_body(results)};
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
  BatchRun run{.batch = batch, .context = context, .outcome = outcome};
  std::vector<OperationResult> results;
  results.reserve(parsed->operations.size());
  for (BatchOperation& operation : parsed->operations) {
    const bool can_run = std::none_of(
        operation.dependencies.begin(), operation.dependencies.end(),
        [&results](std::size_t dependency) { return graph::has_failed(results[dependency]); });
    const int position = static_cast<int>(results.size()) + 1;
    results.push_back(run_operation(std::move(operation), position, can_run, run));
  }
  if (misspelt) {
    outcome.hint = "depends_on was read as dependsOn, which is what Graph reads";
  }
  outcome.delay += run.slowest;
  outcome.made = batch_answer(results, context.state.scenario->batch);
}

}  // namespace graphfault::engine
