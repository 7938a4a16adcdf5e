// SPDX-License-Identifier: MIT
// R23: after an unclear failure a create may have happened; look before it is repeated.
#include "verdict/rules.hpp"

#include <fmt/format.h>

namespace graphfault::verdict {
namespace {

bool is_create(const Exchange& request) {
  return request.method == "POST" && !is_batch(request) && !is_sign_in(request);
}

bool read_between(const Record& record, const Exchange& from, const Exchange& to) {
  for (const Exchange* request : record.requests()) {
    if (request->sequence > from.sequence && request->sequence < to.sequence &&
        request->method == "GET" && request->path.starts_with(from.path)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Opinion no_duplicate_create(const Record& record) {
  Opinion opinion;
  for (const Attempts& call : record.calls()) {
    for (std::size_t i = 0; !call.unclear && i < call.tries.size(); ++i) {
      const Exchange& answer = *call.tries[i];
      if (!is_create(answer) || !is_unclear(answer)) {
        continue;
      }
      const Exchange* next = i + 1 < call.tries.size() ? call.tries[i + 1] : nullptr;
      const bool blind = next != nullptr && !read_between(record, answer, *next);
      (blind ? opinion.broken : opinion.kept)
          .push_back(
              {.sequences = {answer.sequence},
               .text =
                   label(answer) +
                   (blind ? fmt::format(", repeated as #{} without a look whether it had happened",
                                        next->sequence)
                          : "")});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
