// SPDX-License-Identifier: MIT
// R16: a batch has at most 20 operations, unique ids, a Content-Type with each body, and
// dependencies Graph accepts.
#include "verdict/rules.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// True where its operations were played: whatever became of them, Graph took the batch.
bool was_taken(const Record& record, const Exchange& batch) {
  const auto& all = record.exchanges();
  return std::any_of(all.begin(), all.end(),
                     [&](const Exchange& operation) { return operation.parent == batch.sequence; });
}

}  // namespace

Opinion batch_within_limits(const Record& record) {
  Opinion opinion;
  for (const Exchange* request : record.requests()) {
    if (!is_batch(*request)) {
      continue;
    }
    if (is_success(*request) || was_taken(record, *request)) {
      opinion.kept.push_back({.sequences = {request->sequence}, .text = label(*request)});
    } else if (request->status == 400 && request->played.rule == 0) {
      opinion.broken.push_back(
          {.sequences = {request->sequence},
           .text = label(*request) + ", refused: " + request->response_body.text});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
