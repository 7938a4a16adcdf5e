// SPDX-License-Identifier: MIT
// Best practices, paging: not many tiny pages, and not more than Graph gives.
#include "verdict/findings/rules.hpp"
#include "verdict/record/links.hpp"

#include <charconv>

namespace graphfault::verdict {
namespace {

constexpr int kTiny = 10;
constexpr int kMost = 999;

}  // namespace

Opinion page_size_sensible(const Record& record) {
  Opinion opinion;
  for (const Exchange* request : record.requests()) {
    const std::string top = query_option(*request, "$top");
    if (is_sign_in(*request) || top.empty()) {
      continue;
    }
    int size = 0;
    std::from_chars(top.data(), top.data() + top.size(), size);
    const bool goes_on =
        record.page_of(*request) != nullptr && !query_option(*request, "$skiptoken").empty();
    const bool tiny = size <= kTiny && goes_on;
    (tiny || size > kMost ? opinion.broken : opinion.kept)
        .push_back({.sequences = {request->sequence}, .text = label(*request)});
  }
  return opinion;
}

}  // namespace graphfault::verdict
