// SPDX-License-Identifier: MIT
// R8: follow @odata.nextLink verbatim until it is absent.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {

Opinion next_link_followed(const Record& record) {
  Opinion opinion;
  for (const Page& page : record.pages()) {
    const Exchange& answer = *page.answer;
    if (page.follower != nullptr) {
      opinion.kept.push_back({.sequences = {answer.sequence, page.follower->sequence},
                              .text = label(answer) + ", its nextLink followed"});
    } else if (record.still_waiting(answer)) {
      opinion.open.push_back({.sequences = {answer.sequence}, .text = label(answer)});
    } else {
      opinion.broken.push_back(
          {.sequences = {answer.sequence},
           .text = label(answer) + ", its nextLink was never requested: " + page.link});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
