// SPDX-License-Identifier: MIT
// Where every operation of a long batch stands, from round to round.
#pragma once

#include "graph/batch.hpp"
#include "graph/batch_answer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace graphclient {

/// True where doing the operation twice does no harm.
bool may_repeat(const Operation& operation);

class BatchLedger {
 public:
  /// `operations` outlives the ledger.
  explicit BatchLedger(const std::vector<Operation>& operations);

  /// The operations still to be sent, without the dependencies that are met already. Those whose
  /// dependency has failed fail here.
  std::vector<Operation> start_round();
  bool is_any_waiting() const;
  /// The operation without those of its dependencies that are done.
  Operation as_sent_now(Operation operation) const;
  /// Counts a try of each.
  void note_sent(const std::vector<Operation>& batch);
  /// Settles each operation of a batch by its answer. `now` is for Retry-After dates.
  void take(const std::vector<Operation>& batch, const std::vector<OperationAnswer>& answers,
            Instant now);
  /// One error for the whole batch: the operations that its details name fail.
  void take_failure(const ServiceError& failure);

  /// The longest Retry-After of this round; nullopt where no answer named one.
  std::optional<Milliseconds> longest_wait() const { return longest_wait_; }
  std::vector<OperationOutcome> outcomes() const { return outcomes_; }

 private:
  enum class Standing { waiting, done, failed };
  std::size_t position_of(const std::string& id) const;
  bool is_done(const std::string& id) const;
  void settle(std::size_t position, Standing standing, std::optional<ServiceError> error);
  void take_answer(const Operation& operation, const OperationAnswer& answer, Instant now);
  void take_silence(const Operation& operation);
  void settle_unmet(const std::vector<Operation>& batch);
  void fail_orphans();

  const std::vector<Operation>& operations_;
  std::vector<Standing> standings_;
  std::vector<OperationOutcome> outcomes_{};
  std::optional<Milliseconds> longest_wait_{};
};

}  // namespace graphclient
