// SPDX-License-Identifier: MIT
// R16: after a batch in which some operations failed, only those are tried again.
#include "verdict/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

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
    if (again != nullptr && (first == 0 || again->parent < first)) {
      first = again->parent;
    }
  }
  return first;
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
    const auto repeated = std::ranges::count_if(parts.done, [&](const Exchange* done) {
      const Exchange* again = record.next_try(*done);
      return again != nullptr && again->parent == retry;
    });
    (repeated == 0 ? opinion.kept : opinion.broken)
        .push_back({.sequences = {batch->sequence, retry},
                    .text = fmt::format(
                        "#{} tried failed operations of #{} again, and {} that had succeeded",
                        retry, batch->sequence, repeated)});
  }
  return opinion;
}

}  // namespace graphfault::verdict
