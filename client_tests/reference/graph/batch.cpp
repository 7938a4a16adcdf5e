// SPDX-License-Identifier: MIT
#include "graph/batch.hpp"

#include "graph/batch_chunks.hpp"
#include "graph/batch_ledger.hpp"
#include "pace/duration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace graphclient {
namespace {

bool is_met_by(const std::vector<Operation>& ready, const Operation& operation) {
  return std::all_of(
      operation.depends_on.begin(), operation.depends_on.end(),
      [&ready](const std::string& id) { return position_of(ready, id) < ready.size(); });
}

/// Of a group that had to be cut in two: the operations whose dependencies are in this part or
/// done.
std::vector<Operation> ready_part(const std::vector<Operation>& waiting,
                                  const std::vector<std::size_t>& chunk,
                                  const BatchLedger& ledger) {
  std::vector<Operation> ready;
  for (const std::size_t position : chunk) {
    Operation operation = ledger.as_sent_now(waiting[position]);
    if (is_met_by(ready, operation)) {
      ready.push_back(std::move(operation));
    }
  }
  return ready;
}

class BatchRun {
 public:
  BatchRun(Session& session, const std::vector<Operation>& operations)
      : session_(session), deadline_(session.new_deadline()), ledger_(operations) {}

  BatchOutcome run() {
    int round = 1;
    while (send_round() && ledger_.is_any_waiting() && wait_after(round)) {
      ++round;
    }
    outcome_.operations = ledger_.outcomes();
    return std::move(outcome_);
  }

 private:
  const Environment& environment() const { return session_.courier().environment(); }

  bool send_round() {
    const std::vector<Operation> waiting = ledger_.start_round();
    const std::vector<std::vector<std::size_t>> chunks = batch_chunks(waiting);
    return std::all_of(chunks.begin(), chunks.end(),
                       [this, &waiting](const std::vector<std::size_t>& chunk) {
                         return send_batch(ready_part(waiting, chunk, ledger_));
                       });
  }

  /// False where the whole batch failed.
  bool send_batch(const std::vector<Operation>& batch) {
    if (batch.empty()) {
      return true;
    }
    ledger_.note_sent(batch);
    ++outcome_.batches;
    const tl::expected<Reply, Failure> reply = session_.send(make_batch_call(batch), deadline_);
    if (!reply) {
      ledger_.take_failure(reply.error().error);
      outcome_.failure = reply.error();
      return false;
    }
    const Json body = parse_json(reply->body).value_or(Json());
    ledger_.take(batch, read_batch_answer(body), environment().clock.now());
    return true;
  }

  Call make_batch_call(const std::vector<Operation>& batch) const {
    Call call = make_call("POST", session_.url("/$batch"));
    call.repeatable = std::all_of(batch.begin(), batch.end(), may_repeat);
    Json document = Json::object();
    Json& requests = document["requests"] = Json::array();
    for (const Operation& operation : batch) {
      requests.push_back(write_operation(operation));
    }
    call.request.body = compact(document);
    set_header(call.request.headers, "Content-Type", "application/json");
    return call;
  }

  bool wait_after(int round) {
    const Patience& patience = session_.courier().patience();
    const std::optional<Milliseconds> asked = ledger_.longest_wait();
    const Milliseconds wait = asked ? *asked : back_off(patience, round, environment().random);
    if (round >= patience.max_attempts || wait >= deadline_.left(environment().clock)) {
      outcome_.failure = Failure{
          .kind = FailureKind::exhausted,
          .request = "POST " + session_.url("/$batch"),
          .reason = fmt::format(
              "some operations still fail (rounds: {}), and the next one would have to wait {}",
              round, shown_duration(wait)),
          .attempts = round};
      return false;
    }
    pause(environment(), "throttled inside the batch", wait);
    return true;
  }

  Session& session_;
  Deadline deadline_;
  BatchLedger ledger_;
  BatchOutcome outcome_{};
};

}  // namespace

int BatchOutcome::succeeded() const {
  return static_cast<int>(std::count_if(operations.begin(), operations.end(),
                                        [](const OperationOutcome& one) { return one.done; }));
}

BatchOutcome run_batch(Session& session, const std::vector<Operation>& operations) {
  return operations.empty() ? BatchOutcome{} : BatchRun(session, operations).run();
}

}  // namespace graphclient
