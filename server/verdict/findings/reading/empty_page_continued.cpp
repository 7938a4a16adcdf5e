// SPDX-License-Identifier: MIT
// R9: a page may be empty and still have a nextLink: go on.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {

Opinion empty_page_continued(const Record& record) {
  Opinion opinion;
  for (const Page& page : record.pages()) {
    const Exchange& answer = *page.answer;
    if (!is_empty_page(answer)) {
      continue;
    }
    if (page.follower != nullptr) {
      opinion.kept.push_back(
          {.sequences = {answer.sequence, page.follower->sequence}, .text = label(answer)});
    } else if (record.still_waiting(answer)) {
      opinion.open.push_back({.sequences = {answer.sequence}, .text = label(answer)});
    } else {
      opinion.broken.push_back(
          {.sequences = {answer.sequence},
           .text = label(answer) + ", an empty page with a nextLink, was taken as the end"});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
