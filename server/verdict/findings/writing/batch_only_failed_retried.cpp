// SPDX-License-Identifier: MIT
// R16: after a batch in which some operations failed, only those are tried again.
#include "verdict/findings/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace graphfault::verdict {
namespace {

struct Split {
  std::vector<const Exchange*> failed{};
  std::vector<const Exchange*> done{};
};

Split split(const std::vector<const Exchange*>& operations) {
  Split parts;
  for (const Exchange* operation : operations) {
    (is_success(*operation) ? parts.done : parts.failed).push_back(operation);
  }
  return parts;
}

/// The sequence of the next batch that tries one of the failed operations again, 0 where none does.
std::uint64_t retry_of(const Record& record, const Split& parts) {
  std::uint64_t first = 0;
  for (const Exchange* failed : parts.failed) {
    const Exchange* again = record.next_try(*failed);
    if (again != nullptr && again->parent != 0 && (first == 0 || again->parent < first)) {
      first = again->parent;
    }
  }
  return first;
}

/// How many operations of the retry had succeeded. Of operations that ask for the same thing as
/// many as had failed may come again.
std::size_t repeated(const Split& parts, const std::vector<const Exchange*>& retry) {
  std::map<std::string, std::size_t> may_come;
  for (const Exchange* failed : parts.failed) {
    ++may_come[request_key(*failed)];
  }
  std::set<std::string> done;
  for (const Exchange* operation : parts.done) {
    done.insert(request_key(*operation));
  }
  return static_cast<std::size_t>(std::ranges::count_if(retry, [&](const Exchange* operation) {
    const std::string key = request_key(*operation);
    const auto left = may_come.find(key);
    if (left != may_come.end() && left->second > 0) {
      --left->second;
      return false;
    }
    return done.contains(key);
  }));
}

}  // namespace

Opinion batch_only_failed_retried(const Record& record) {
  Opinion opinion;
  for (const Exchange* batch : record.requests()) {
    const Split parts = is_batch(*batch) ? split(record.operations(batch->sequence)) : Split{};
    const std::uint64_t retry = parts.done.empty() ? 0 : retry_of(record, parts);
    if (retry == 0) {
      continue;
    }
    const std::size_t too_many = repeated(parts, record.operations(retry));
    (too_many == 0 ? opinion.kept : opinion.broken)
        .push_back({.sequences = {batch->sequence, retry},
                    .text = fmt::format(
                        "#{} repeated failed operations of #{}, and {} that had succeeded", retry,
                        batch->sequence, too_many == 0 ? "none" : std::to_string(too_many))});
  }
  return opinion;
}

}  // namespace graphfault::verdict
