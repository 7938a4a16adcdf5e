// SPDX-License-Identifier: MIT
// R15: ask for the properties that are needed.
#include "verdict/findings/rules.hpp"
#include "verdict/record/links.hpp"

namespace graphfault::verdict {
namespace {

/// A page of a collection that no nextLink, deltaLink or Location led to (the last may carry an
/// empty $deltatoken): the client chose its options itself.
bool is_first_page(const Exchange& request) {
  return request.method == "GET" && is_success(request) &&
         query_option(request, "$skiptoken").empty() &&
         plain_url(request.query).find("$deltatoken=") == std::string::npos &&
         request.response_body.text.find("\"value\":[") != std::string::npos;
}

}  // namespace

Opinion select_used(const Record& record) {
  Opinion opinion;
  for (const Exchange* request : record.requests()) {
    if (is_sign_in(*request) || !is_first_page(*request)) {
      continue;
    }
    const bool selects = !query_option(*request, "$select").empty();
    (selects ? opinion.kept : opinion.broken)
        .push_back({.sequences = {request->sequence},
                    .text = label(*request) + (selects ? "" : ", without $select")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
