// SPDX-License-Identifier: MIT
#include "graph/batch_ledger.hpp"

#include "pace/retry_after.hpp"

#include <algorithm>
#include <utility>

namespace graphclient {
namespace {

/// A 424 says that the operation was not carried out, a 504 does not say.
bool may_succeed_later(const Operation& operation, const ServiceError& error) {
  return error.status == 424 ||
         (is_temporary(error) && (error.status != 504 || may_repeat(operation)));
}

}  // namespace

bool may_repeat(const Operation& operation) {
  return make_call(operation.method, {}).repeatable || operation.method == "PATCH";
}

BatchLedger::BatchLedger(const std::vector<Operation>& operations)
    : operations_(operations), standings_(operations.size(), Standing::waiting) {
  for (const Operation& operation : operations) {
    outcomes_.push_back({.id = operation.id});
  }
}

std::size_t BatchLedger::position_of(const std::string& id) const {
  return graphclient::position_of(operations_, id);
}

Operation BatchLedger::as_sent_now(Operation operation) const {
  std::erase_if(operation.depends_on, [this](const std::string& id) { return is_done(id); });
  return operation;
}

bool BatchLedger::is_any_waiting() const {
  return std::find(standings_.begin(), standings_.end(), Standing::waiting) != standings_.end();
}

bool BatchLedger::is_done(const std::string& id) const {
  return standings_.at(position_of(id)) == Standing::done;
}

void BatchLedger::settle(std::size_t position, Standing standing,
                         std::optional<ServiceError> error) {
  standings_[position] = standing;
  outcomes_[position].done = standing == Standing::done;
  outcomes_[position].error = std::move(error);
}

/// Dependencies are earlier operations, so one pass reaches whole chains.
void BatchLedger::fail_orphans() {
  for (std::size_t i = 0; i < operations_.size(); ++i) {
    const bool orphaned = std::any_of(
        operations_[i].depends_on.begin(), operations_[i].depends_on.end(),
        [this](const std::string& id) { return standings_[position_of(id)] == Standing::failed; });
    if (standings_[i] == Standing::waiting && orphaned) {
      settle(i, Standing::failed,
             ServiceError{.status = 424, .message = "what this operation depends on failed"});
    }
  }
}

std::vector<Operation> BatchLedger::start_round() {
  longest_wait_.reset();
  fail_orphans();
  std::vector<Operation> waiting;
  for (std::size_t i = 0; i < operations_.size(); ++i) {
    if (standings_[i] == Standing::waiting) {
      waiting.push_back(as_sent_now(operations_[i]));
    }
  }
  return waiting;
}

void BatchLedger::note_sent(const std::vector<Operation>& batch) {
  for (const Operation& operation : batch) {
    ++outcomes_[position_of(operation.id)].tries;
  }
}

void BatchLedger::take(const std::vector<Operation>& batch,
                       const std::vector<OperationAnswer>& answers, Instant now) {
  for (const Operation& operation : batch) {
    const auto found = std::find_if(
        answers.begin(), answers.end(),
        [&operation](const OperationAnswer& one) { return same_name(one.id, operation.id); });
    if (found == answers.end()) {
      take_silence(operation);
    } else {
      take_answer(operation, *found, now);
    }
  }
  settle_unmet(batch);
  fail_orphans();
}

void BatchLedger::take_silence(const Operation& operation) {
  settle(position_of(operation.id), may_repeat(operation) ? Standing::waiting : Standing::failed,
         ServiceError{.message = "the batch's answer does not contain this operation"});
}

void BatchLedger::take_answer(const Operation& operation, const OperationAnswer& answer,
                              Instant now) {
  const std::size_t position = position_of(operation.id);
  outcomes_[position].status = answer.status;
  outcomes_[position].body = answer.body;
  if (answer.status >= 200 && answer.status < 400) {
    settle(position, Standing::done, std::nullopt);
    return;
  }
  const ServiceError error = read_error(answer.status, answer.headers, answer.body);
  const bool later = may_succeed_later(operation, error);
  const std::optional<Milliseconds> asked = retry_after(answer.headers, now);
  if (later && asked && *asked > longest_wait_.value_or(Milliseconds(0))) {
    longest_wait_ = asked;
  }
  settle(position, later ? Standing::waiting : Standing::failed, error);
}

/// A 424 waits only while something it depends on waits too.
void BatchLedger::settle_unmet(const std::vector<Operation>& batch) {
  for (const Operation& operation : batch) {
    const std::size_t position = position_of(operation.id);
    const bool hope = std::any_of(
        operation.depends_on.begin(), operation.depends_on.end(),
        [this](const std::string& id) { return standings_[position_of(id)] == Standing::waiting; });
    if (standings_[position] == Standing::waiting && outcomes_[position].status == 424 && !hope) {
      standings_[position] = Standing::failed;
    }
  }
}

void BatchLedger::take_failure(const ServiceError& failure) {
  for (const ErrorDetail& detail : failure.details) {
    const std::size_t position = position_of(detail.target);
    if (position < operations_.size()) {
      ServiceError error{.code = detail.code, .message = detail.message};
      error.request_id = failure.request_id;
      settle(position, Standing::failed, std::move(error));
    }
  }
}

}  // namespace graphclient
