// SPDX-License-Identifier: MIT
// R8: never parse, build or splice a $skiptoken.
#include "verdict/links.hpp"
#include "verdict/rules.hpp"

#include <set>

namespace graphfault::verdict {

Opinion no_crafted_skiptoken(const Record& record) {
  Opinion opinion;
  std::set<std::string> offered;
  for (const Exchange* request : record.requests()) {
    if (!query_option(*request, "$skiptoken").empty() && !is_sign_in(*request)) {
      const bool verbatim = offered.contains(plain_url(request->url));
      (verbatim ? opinion.kept : opinion.broken)
          .push_back({.sequences = {request->sequence},
                      .text = label(*request) + (verbatim ? "" : ", no nextLink said so")});
    }
    if (const Page* page = record.page_of(*request)) {
      offered.insert(page->plain_link);
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
