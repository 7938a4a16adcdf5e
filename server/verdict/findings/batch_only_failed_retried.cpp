// SPDX-License-Identifier: MIT
// R16: after a batch in which some operations failed, only those are tried again.
#include "verdict/rules.hpp"
#include "verdict/waits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

bool holds(const std::vector<const Exchange*>& operations, const Exchange& wanted) {
  return std::ranges::any_of(
      operations, [&](const Exchange* operation) { return same_request(*operation, wanted); });
}

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

/// The next batch that tries one of the failed operations again, or null.
const Exchange* retry_of(const Record& record, const Exchange& batch, const Split& parts) {
  for (const Exchange* later : record.requests()) {
    if (later->sequence <= batch.sequence || !is_batch(*later)) {
      continue;
    }
    const auto operations = record.operations(*later);
    if (std::ranges::any_of(parts.failed,
                            [&](const Exchange* failed) { return holds(operations, *failed); })) {
      return later;
    }
  }
  return nullptr;
}

}  // namespace

Opinion batch_only_failed_retried(const Record& record) {
  Opinion opinion;
  for (const Exchange* batch : record.requests()) {
    const Split parts = is_batch(*batch) ? split(record.operations(*batch)) : Split{};
    if (parts.failed.empty() || parts.done.empty()) {
      continue;
    }
    const Exchange* retry = retry_of(record, *batch, parts);
    if (retry == nullptr) {
      continue;
    }
    const auto again = record.operations(*retry);
    const auto repeated = std::ranges::count_if(
        parts.done, [&](const Exchange* done) { return holds(again, *done); });
    (repeated == 0 ? opinion.kept : opinion.broken)
        .push_back({.sequences = {batch->sequence, retry->sequence},
                    .text = fmt::format(
                        "#{} tried {} failed operations of #{} again, and {} that had succeeded",
                        retry->sequence, parts.failed.size(), batch->sequence, repeated)});
  }
  return opinion;
}

}  // namespace graphfault::verdict
