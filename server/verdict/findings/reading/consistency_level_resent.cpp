// SPDX-License-Identifier: MIT
// R10: a nextLink doesn't carry headers: ConsistencyLevel is sent again with each page.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {

Opinion consistency_level_resent(const Record& record) {
  Opinion opinion;
  for (const Page& page : record.pages()) {
    if (page.follower == nullptr || !page.answer->request_headers.contains("ConsistencyLevel")) {
      continue;
    }
    const bool resent = page.follower->request_headers.contains("ConsistencyLevel");
    (resent ? opinion.kept : opinion.broken)
        .push_back({.sequences = {page.answer->sequence, page.follower->sequence},
                    .text = label(*page.follower) + (resent ? "" : ", without ConsistencyLevel")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
