// SPDX-License-Identifier: MIT
// Many operations by $batch, each carried to its own end.
#pragma once

#include "graph/batch_operation.hpp"
#include "graph/session.hpp"
#include "wire/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace graphclient {

struct OperationOutcome {
  std::string id{};
  int status = 0;                       ///< of its last answer; 0: none came
  bool done = false;                    ///< it succeeded
  int tries = 0;                        ///< times it was sent
  Json body{};                          ///< of its last answer
  std::optional<ServiceError> error{};  ///< set unless done or never answered
};

struct BatchOutcome {
  std::vector<OperationOutcome> operations{};  ///< in the order given
  int batches = 0;                             ///< $batch requests sent
  std::optional<Failure>
      failure{};  ///< of a whole $batch: those without an outcome did not get one

  int succeeded() const;
};

/// Sends all operations in batches of at most 20, matches the answers by id, and sends again only
/// what failed for a while (429, 503, 504, 509, 409 Directory_ConcurrencyViolation), together after
/// the longest Retry-After among them, else after a back-off; a 424 goes again with the operation
/// it depends on. A 504 or no answer to an operation whose repetition could do harm (a POST) is not
/// repeated. A batch that is answered with one error and a details[] of targets fails those named.
BatchOutcome run_batch(Session& session, const std::vector<Operation>& operations);

}  // namespace graphclient
