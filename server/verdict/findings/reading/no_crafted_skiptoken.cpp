// SPDX-License-Identifier: MIT
// R8: never parse, build or splice a $skiptoken.
#include "verdict/findings/rules.hpp"
#include "verdict/record/links.hpp"

#include <set>

namespace graphfault::verdict {

namespace {

/// The links that answers have offered so far.
class Offers {
 public:
  explicit Offers(bool first_are_missing) : all_known_(!first_are_missing) {}

  void note(const Record& record, const Exchange& answer) {
    const Page* page = record.page_of(answer);
    if (page != nullptr) {
      links_.insert(page->plain_link);
    } else if (auto link = next_link(answer)) {  // of an operation inside a batch
      links_.insert(plain_url(*link));
    } else if (answer.response_body.cut) {
      cut_.insert(answer.path);
    }
  }

  bool has(const Exchange& request) const { return links_.contains(plain_url(request.url)); }
  /// True where no other link can have been there, for all that the journal kept.
  bool are_known_for(const Exchange& request) const {
    return all_known_ && !cut_.contains(request.path);
  }

 private:
  std::set<std::string> links_{};
  std::set<std::string> cut_{};  ///< paths of answers whose end was not kept
  bool all_known_;
};

}  // namespace

Opinion no_crafted_skiptoken(const Record& record) {
  Opinion opinion;
  Offers offers(record.is_cut());
  for (const Exchange& request : record.exchanges()) {
    const bool uses_token =
        request.parent == 0 && !is_sign_in(request) && !query_option(request, "$skiptoken").empty();
    const bool verbatim = uses_token && offers.has(request);
    if (uses_token && (verbatim || offers.are_known_for(request))) {
      (verbatim ? opinion.kept : opinion.broken)
          .push_back(
              {.sequences = {request.sequence},
               .text = label(request) + (verbatim ? "" : ", but no nextLink offered this URL")});
    }
    offers.note(record, request);
  }
  return opinion;
}

}  // namespace graphfault::verdict
