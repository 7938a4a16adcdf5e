// SPDX-License-Identifier: MIT
// R16: a batch has at most 20 operations, unique ids, a Content-Type with each body, and
// dependencies Graph accepts.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {

Opinion batch_within_limits(const Record& record) {
  Opinion opinion;
  for (const Exchange* request : record.requests()) {
    if (!is_batch(*request)) {
      continue;
    }
    // Where its operations were played Graph took the batch, whatever became of them.
    if (is_success(*request) || !record.operations(request->sequence).empty()) {
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
