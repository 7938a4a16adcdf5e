// SPDX-License-Identifier: MIT
// R16: a batch has at most 20 operations, unique ids, a Content-Type with each body, and
// dependencies Graph accepts.
#include "verdict/rules.hpp"

namespace graphfault::verdict {

Opinion batch_within_limits(const Record& record) {
  Opinion opinion;
  for (const Exchange* request : record.requests()) {
    if (!is_batch(*request)) {
      continue;
    }
    if (request->status == 400 && request->played.rule == 0) {
      opinion.broken.push_back(
          {.sequences = {request->sequence},
           .text = label(*request) + ", refused: " + request->response_body.text});
    } else if (is_success(*request)) {
      opinion.kept.push_back({.sequences = {request->sequence}, .text = label(*request)});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
